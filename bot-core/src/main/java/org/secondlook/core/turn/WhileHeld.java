package org.secondlook.core.turn;

import java.time.Clock;
import java.util.Optional;
import org.secondlook.core.conversation.Showing;
import org.secondlook.core.directory.Person;

/**
 * Takes the place of the {@link TurnEngine} while the installation is in hold: whatever a person does is answered by one
 * sentence, and nothing is recorded.
 */
public final class WhileHeld {

    private final Scenes scenes;
    private final Clock clock;

    /** @param clock the case clock */
    public WhileHeld(Scenes scenes, Clock clock) {
        this.scenes = scenes;
        this.clock = clock;
    }

    /** What the person sees; nothing for somebody the directory does not know. Reads and writes nothing that is kept. */
    public Optional<Reply> handle(Turn turn) {
        return scenes.partnershipOf(turn.by(), Optional.empty())
                .flatMap(partnership ->
                        partnership.directory().identified(turn.by()).map(person -> held(partnership, person)));
    }

    private Reply held(Partnership partnership, Person person) {
        return new Reply(
                Reply.Surface.BESIDE,
                Showing.held(
                        scenes.of(partnership, partnership.protocol(partnership.current()), person, clock.instant())));
    }
}
