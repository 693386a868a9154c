package org.secondlook.playground.bot;

import java.time.Duration;

/** Runs a delivery at once or after a while, off the caller's thread. */
public interface Later {

    void run(Duration delay, Runnable delivery);
}
