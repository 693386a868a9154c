package org.secondlook.core.outbox;

import java.time.Duration;

/**
 * How much a platform takes of something, such as one conversation or one workspace.
 *
 * @param name of what; the same for everything that shares the limit
 * @param burst how many at once after a pause; at least 1
 * @param each how long until the next after that
 */
public record Flow(String name, int burst, Duration each) {}
