package org.secondlook.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Waiting {

    private static final int PAUSE_MILLIS = 40;

    private Waiting() {}

    /** Whether it came true in time. */
    static boolean until(Duration atMost, BooleanSupplier condition) {
        long since = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - since > atMost.toNanos()) {
                return false;
            }
            pause(Duration.ofMillis(PAUSE_MILLIS));
        }
        return true;
    }

    /** Lets real time pass, as the processes under trial do. */
    static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
