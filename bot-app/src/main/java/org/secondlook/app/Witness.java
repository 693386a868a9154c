package org.secondlook.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.Root;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is told outside of Redis, so that whoever can change everything there is found out: daily roots, and which cases
 * were erased. A line each in the log and, where one is set, in a file to which nothing is done but adding.
 */
final class Witness {

    private static final Logger log = LoggerFactory.getLogger(Witness.class);

    private static final String ROOT = "root";
    private static final String ERASED = "erased";
    private static final String RESTORED = "restored";

    private final @Nullable Path file;

    Witness(@Nullable Path file) {
        this.file = file;
    }

    void tell(PartnershipId partnership, Root root) {
        log.info("Daily root of the histories partnership={} root=\"{}\"", partnership, root);
        add(ROOT, partnership, root.toString());
    }

    void tellErased(PartnershipId partnership, CaseId theCase, Instant at) {
        log.info("Case erased partnership={} caseId={} at={}", partnership, theCase, at);
        add(ERASED, partnership, theCase + " " + at);
    }

    /** A backup that was made then stands in Redis now: roots that were told since are not stored. */
    void tellRestored(PartnershipId partnership, Instant made) {
        log.warn("Backup restored partnership={} made={}", partnership, made);
        add(RESTORED, partnership, made.toString());
    }

    /** Whether there is a file that tells, though it may tell of nothing yet. */
    boolean isThere() {
        return file != null && Files.exists(file);
    }

    /** The roots that a restored backup need not hold, because they were told after it was made. */
    Set<String> lostRoots(PartnershipId partnership) {
        Set<String> lost = new HashSet<>();
        List<String> before = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split(" ", 3);
            if (parts.length < 3 || !parts[1].equals(partnership.value())) {
                continue;
            }
            if (parts[0].equals(ROOT)) {
                before.add(parts[2]);
            } else if (parts[0].equals(RESTORED)) {
                LocalDate made = WorkingCalendar.dayOf(Instant.parse(parts[2]));
                before.stream()
                        .filter(root -> !Root.parse(root).day().isBefore(made))
                        .forEach(lost::add);
            }
        }
        return lost;
    }

    /** The roots that were told, as they were; none without a file. */
    List<String> roots(PartnershipId partnership) {
        return told(ROOT, partnership).toList();
    }

    /** The cases that were erased, as it was told; none without a file. */
    List<CaseId> erased(PartnershipId partnership) {
        return told(ERASED, partnership)
                .map(line -> new CaseId(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private Stream<String> told(String what, PartnershipId partnership) {
        String prefix = what + " " + partnership + " ";
        return lines().stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }

    private List<String> lines() {
        try {
            return file == null || !Files.exists(file) ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            throw new SetupException("Expected to read secondlook.witness-file %s".formatted(file), e);
        }
    }

    private void add(String what, PartnershipId partnership, String told) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    what + " " + partnership + " " + told + "\n",
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new SetupException("Expected to add to secondlook.witness-file %s".formatted(file), e);
        }
    }
}
