package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;

/**
 * Somebody is to be told something.
 *
 * @param message the message of the dialogue, such as {@code M-1}
 * @param about the obligation it asks for; the message is dropped if that is no longer open when it would be sent
 * @param held whether it waits for the undo window
 */
public record Telling(To to, String message, Optional<ObligationId> about, boolean held) {

    /** Whom. */
    public sealed interface To {

        <R> R accept(Visitor<R> visitor);

        /** Whoever acts for a post when it is sent, in the channel of its team where it has one. */
        record ThePost(PostId post) implements To {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.post(post);
            }
        }

        /** One person. */
        record ThePerson(PersonId person) implements To {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.person(person);
            }
        }

        /** One answer for each kind. */
        interface Visitor<R> {
            R post(PostId post);

            R person(PersonId person);
        }
    }
}
