package org.secondlook.app;

import java.time.Clock;

/**
 * The two clocks.
 *
 * @param wire the machine's, for signatures, tokens and everything else that others measure too
 * @param cases the one that cases live by; a playground moves it forward
 */
public record Clocks(Clock wire, Clock cases) {}
