package org.secondlook.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.secondlook.app.SecondLookProperties.PartnershipSettings;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.yaml.DirectoryFile;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.Pack;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partnerships as their packs and directory files say. All are checked at start, and every fault is listed; a changed
 * directory is taken up while the application runs, a broken change leaves the old one in force (design.md decision 18).
 */
public final class PartnershipFiles implements Partnerships {

    private static final Logger log = LoggerFactory.getLogger(PartnershipFiles.class);

    private static final String BUNDLED = "classpath:";

    private final Map<String, PartnershipSettings> settings;
    private final Map<ProtocolId, Protocol> protocols = new LinkedHashMap<>();
    private final Map<PartnershipId, String> texts = new LinkedHashMap<>();
    private volatile List<Partnership> partnerships;

    /**
     * Reads everything.
     *
     * @throws FaultyFileException with every fault of every file
     */
    public PartnershipFiles(SecondLookProperties properties, Clock clock) {
        this.settings = properties.partnerships();
        List<Fault> faults = new ArrayList<>();
        Map<ProtocolId, Pack> packs = packs(properties, faults);
        packs.forEach((id, pack) -> protocols.put(id, pack.protocol()));
        List<Partnership> read = new ArrayList<>();
        settings.forEach((id, partnership) -> collecting(faults, () -> read.add(read(id, partnership))));
        if (!faults.isEmpty()) {
            throw new FaultyFileException(faults);
        }
        this.partnerships = List.copyOf(read);
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        for (Partnership partnership : read) {
            warnOfPack(partnership, Objects.requireNonNull(packs.get(partnership.current())));
            warnOfMissedReview(partnership, today);
        }
    }

    /** What a person should know of the pack under which cases begin. Its sentences name keys and ids of the file. */
    private static void warnOfPack(Partnership partnership, Pack pack) {
        pack.warnings()
                .forEach(warning -> log.warn(
                        "Warning of a pack partnership={} protocol={} line={} blocksLiveUse={} says=\"{}\"",
                        partnership.id(),
                        partnership.current(),
                        warning.line(),
                        warning.blocksLiveUse(),
                        warning.sentence()));
        if (!pack.isReadyForLiveUse()) {
            log.warn("Pack not ready for live use partnership={} protocol={}", partnership.id(), partnership.current());
        }
    }

    private static void warnOfMissedReview(Partnership partnership, LocalDate today) {
        partnership
                .protocol(partnership.current())
                .source()
                .missedReview(today)
                .ifPresent(due -> log.warn(
                        "Procedure was due for review partnership={} protocol={} reviewDue={}",
                        partnership.id(),
                        partnership.current(),
                        due));
    }

    @Override
    public Collection<Partnership> all() {
        return partnerships;
    }

    /** Takes up directory files that have changed. */
    public synchronized void reload() {
        List<Partnership> now = new ArrayList<>();
        for (Partnership before : partnerships) {
            now.add(reloaded(before));
        }
        partnerships = List.copyOf(now);
    }

    private Partnership reloaded(Partnership before) {
        PartnershipSettings its =
                Objects.requireNonNull(settings.get(before.id().value()));
        String text = "";
        try {
            text = text(its.directory());
            if (text.equals(texts.get(before.id()))) {
                return before;
            }
            Partnership after = read(before.id().value(), its);
            log.info("Directory reloaded partnership={}", before.id());
            return after;
        } catch (FaultyFileException e) {
            if (!text.equals(texts.put(before.id(), text))) {
                log.error("Directory not reloaded, the old one stays partnership={}\n{}", before.id(), e.getMessage());
            }
            return before;
        }
    }

    private Partnership read(String id, PartnershipSettings its) {
        requireAll(id, its);
        PartnershipId partnership = new PartnershipId(id);
        Protocol protocol = protocols.values().stream()
                .filter(p -> p.id().toString().equals(its.protocol()))
                .findFirst()
                .orElseThrow(() -> missing(
                        id,
                        "protocol",
                        "There is no pack '%s'. There are %s.".formatted(its.protocol(), protocols.keySet())));
        String text = text(its.directory());
        DirectoryFile file = DirectoryReader.read(name(its.directory()), text);
        List<Fault> faults = file.faultsUnder(protocol);
        if (!faults.isEmpty()) {
            throw new FaultyFileException(faults);
        }
        file.warnings().forEach(warning -> log.warn("{}", warning));
        texts.put(partnership, text);
        Directory directory = file.directory();
        return new Partnership(partnership, its.name(), its.code(), protocol.id(), protocols, directory);
    }

    private static Map<ProtocolId, Pack> packs(SecondLookProperties properties, List<Fault> faults) {
        Map<ProtocolId, Pack> packs = new LinkedHashMap<>();
        for (ProtocolId bundled : PackReader.BUNDLED) {
            collecting(faults, () -> add(packs, PackReader.readBundled(bundled)));
        }
        properties.ownProtocols().ifPresent(folder -> {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .forEach(file -> collecting(faults, () -> add(packs, PackReader.read(file))));
            } catch (IOException e) {
                faults.add(new Fault("secondlook.protocol-dir", 1, "The folder %s cannot be read.".formatted(folder)));
            }
        });
        return packs;
    }

    private static void requireAll(String id, PartnershipSettings its) {
        Map<String, String> needed = Map.of("name", its.name(), "code", its.code(), "directory", its.directory());
        needed.forEach((setting, value) -> {
            if (value.isBlank()) {
                throw missing(id, setting, "It is not set. docs/configuration.md says what it is for.");
            }
        });
    }

    private static FaultyFileException missing(String id, String setting, String sentence) {
        return new FaultyFileException(
                List.of(new Fault("secondlook.partnerships.%s.%s".formatted(id, setting), 1, sentence)));
    }

    private static void add(Map<ProtocolId, Pack> packs, Pack pack) {
        packs.put(pack.protocol().id(), pack);
    }

    private static void collecting(List<Fault> faults, Runnable reading) {
        try {
            reading.run();
        } catch (FaultyFileException e) {
            faults.addAll(e.faults());
        }
    }

    private static String name(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String text(String location) {
        try {
            if (!location.startsWith(BUNDLED)) {
                return Files.readString(Path.of(location));
            }
            String resource = "/" + location.substring(BUNDLED.length());
            try (InputStream in = PartnershipFiles.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("no resource " + resource);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new FaultyFileException(
                    List.of(new Fault(location, 1, "The file cannot be read. Check secondlook.partnerships.")));
        }
    }
}
