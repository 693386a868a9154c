package org.secondlook.app.trial.wire;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Wakes whoever waits for something to arrive. */
public final class Signal {

    private static final long LOOK_AGAIN = 50;

    /** Runs a change, and wakes whoever waits. */
    public synchronized void changes(Runnable change) {
        change.run();
        notifyAll();
    }

    /** Whether a condition holds, or comes to hold within this time. */
    public synchronized boolean comesTrue(Duration within, BooleanSupplier condition) {
        long until = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.min(left, LOOK_AGAIN));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
