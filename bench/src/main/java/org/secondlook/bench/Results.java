package org.secondlook.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * Tells what was measured, a line each as it becomes known, with the load of the machine beside it.
 *
 * @param isShort whether this is only to see that it works, and the figures say nothing
 */
record Results(boolean isShort) {

    void begin(String what) {
        System.out.printf(
                "%n## %s%n%nat %s UTC, load of the machine %.2f%n%n| | |%n| --- | --- |%n",
                what,
                LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void add(String what, String figure) {
        System.out.printf("| %s | %s |%n", what, figure);
        System.out.flush();
    }

    /** Figures that were measured one after the other: their median, and from the least to the most. */
    void add(String what, String format, double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        add(
                what,
                (format + " (" + format + " to " + format + ")")
                        .formatted(median, sorted[0], sorted[sorted.length - 1]));
    }
}
