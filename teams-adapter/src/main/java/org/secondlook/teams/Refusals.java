package org.secondlook.teams;

import org.secondlook.teams.token.Refusal;

/** Counts what was refused. */
@FunctionalInterface
public interface Refusals {

    /** Called once for each request that is turned away, on the thread that serves it; it must not throw. */
    void refused(Refusal why);
}
