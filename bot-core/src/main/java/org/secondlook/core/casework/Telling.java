package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.routing.Router;

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

        /** Who that is now; nobody where nobody acts for the post. */
        default Optional<PersonId> whom(Router router) {
            return accept(new Visitor<>() {
                @Override
                public Optional<PersonId> post(PostId post) {
                    return router.actingFor(post).map(acting -> acting.person().id());
                }

                @Override
                public Optional<PersonId> person(PersonId person) {
                    return Optional.of(person);
                }
            });
        }

        /** The post, where it is one. */
        default Optional<PostId> asPost() {
            return this instanceof ThePost to ? Optional.of(to.post) : Optional.empty();
        }

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
