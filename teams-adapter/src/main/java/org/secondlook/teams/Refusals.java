package org.secondlook.teams;

import org.secondlook.teams.token.Refusal;

/** Counts what was refused. */
@FunctionalInterface
public interface Refusals {

    void refused(Refusal why);
}
