package org.secondlook.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** See docs/fault-tests.md. */
class FaultsIT {

    private static final int MINUTES = Integer.getInteger("faults.minutes", 3);
    private static final long SEED = Long.getLong("faults.seed", new Random().nextInt(1_000_000));

    @Test
    void nothingAcknowledgedIsLostDoubledLateOrMisrouted() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Report report = new Report(target.resolve("faults.txt"), System.out, SEED, MINUTES);
        Path folder = Files.createTempDirectory(target, "faults");
        try (Installation world = new Installation(folder)) {
            new Campaign(world, folder, SEED, MINUTES, report).run();
        }
        assertThat(report.violations()).isEmpty();
    }
}
