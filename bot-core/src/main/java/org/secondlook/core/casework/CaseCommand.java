package org.secondlook.core.casework;

import java.util.Optional;

/**
 * Something a person or the clock wants of a case. Deciding is pure: it reads the case and the setting, and lets events
 * happen or says why not.
 */
public interface CaseCommand {

    /** Lets happen what follows from this command, or refuses and lets nothing happen. */
    Optional<Refusal> decide(Unfolding unfolding);

    /** Decides a command on a case as its history leaves it. */
    static Outcome decide(History history, CaseCommand command, Setting setting) {
        Unfolding unfolding = new Unfolding(history, setting);
        return command.decide(unfolding).<Outcome>map(Outcome.Refused::new).orElseGet(unfolding::accepted);
    }
}
