package org.secondlook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.PrivateFile;

/**
 * When the application was last at work for each partnership, told outside of Redis: a Redis that tells of an earlier time is
 * not the one that it was. It stands beside the witness file, under its name and {@code .state}; without a witness file
 * there is none. Whatever stands there is not newer than what Redis was given before.
 */
final class StateFile {

    private final @Nullable Path file;

    /** @param witness the witness file, if there is one */
    StateFile(@Nullable Path witness) {
        this.file = witness == null ? null : witness.resolveSibling(witness.getFileName() + ".state");
    }

    /** What was told last; nothing where nothing was. */
    Map<PartnershipId, Instant> read() {
        Map<PartnershipId, Instant> told = new LinkedHashMap<>();
        try {
            if (file != null && Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split(" ", 2);
                    told.put(new PartnershipId(parts[0]), Instant.parse(parts[1]));
                }
            }
            return told;
        } catch (IOException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new SetupException("Expected to read the state file %s".formatted(file), e);
        }
    }

    void write(Map<PartnershipId, Instant> now) {
        if (file == null) {
            return;
        }
        StringBuilder content = new StringBuilder();
        Map<String, Instant> sorted = new TreeMap<>();
        now.forEach((partnership, at) -> sorted.put(partnership.value(), at));
        sorted.forEach((partnership, at) ->
                content.append(partnership).append(' ').append(at).append('\n'));
        try {
            new PrivateFile(file)
                    .write(content.toString(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SetupException("Expected to write the state file %s".formatted(file), e);
        }
    }
}
