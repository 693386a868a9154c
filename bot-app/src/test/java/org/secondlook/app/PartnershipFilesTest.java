package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.SettableClock;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PartnershipFilesTest {

    @TempDir
    private Path packs;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final LogOf log = new LogOf(PartnershipFiles.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aMissedReviewOfAProcedureIsToldAtStart() throws IOException {
        start(bradford("  review-due: 2026-11\n"));

        assertThat(warnings())
                .contains("Procedure was due for review partnership=northshire protocol=bradford@1 reviewDue=2026-11");
    }

    @Test
    void aReviewThatIsNotMissedIsNotToldOf() throws IOException {
        start(bradford("  review-due: 2026-12\n"));
        start(bradford(""));

        assertThat(warnings()).noneMatch(line -> line.contains("due for review"));
    }

    @Test
    void whatIsLeftToSettleInThePackIsToldLineByLine() throws IOException {
        start(bradford(""));

        assertThat(warnings())
                .contains(
                        "Warning of a pack partnership=northshire protocol=bradford@1 line=14 blocksLiveUse=true"
                                + " says=\"'source.live-policy' is still to fill. Find it out before live use.\"",
                        "Pack not ready for live use partnership=northshire protocol=bradford@1");
    }

    @Test
    void ofAPackThatIsReadyNothingIsTold() throws IOException {
        start(bradford("").replace("to-fill", "filled"));

        assertThat(warnings()).isEmpty();
    }

    private List<String> warnings() {
        return log.at(Level.WARN);
    }

    /** The bundled pack, with another line about its source. */
    private static String bradford(String line) throws IOException {
        String source = "  reviewed: unknown";
        try (InputStream pack = Objects.requireNonNull(
                PackReader.class.getResourceAsStream("/protocols/bradford@1.yaml"), "the bundled pack")) {
            return new String(pack.readAllBytes(), StandardCharsets.UTF_8).replace(source, line + source);
        }
    }

    private void start(String pack) throws IOException {
        Files.writeString(packs.resolve("bradford@1.yaml"), pack);
        String prefix = "secondlook.partnerships.northshire.";
        Map<String, String> settings = Map.of(
                "secondlook.protocol-dir",
                packs.toString(),
                prefix + "name",
                "Northshire",
                prefix + "code",
                "NS",
                prefix + "protocol",
                "bradford@1",
                prefix + "directory",
                "classpath:directories/northshire.yaml");
        SecondLookProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("secondlook", SecondLookProperties.class);
        assertThat(new PartnershipFiles(properties, clock).all()).hasSize(1);
    }
}
