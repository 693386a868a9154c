package org.secondlook.core.turn;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.CaseFile;
import org.secondlook.core.conversation.Digest;
import org.secondlook.core.conversation.Listed;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Earlier;

/** Gathers the nudges of a morning: however many cases nudge a person, they hear of it once a day (dialogue 3.3, N-1). */
final class Mornings {

    /** The nudges that come at half past nine. */
    private static final Set<String> NUDGES = Set.of("N-2", "N-3", "N-4", "N-7");

    private final Scenes scenes;
    private final CaseStore store;

    Mornings(Scenes scenes, CaseStore store) {
        this.scenes = scenes;
        this.store = store;
    }

    static boolean gathers(OutboxMessage message) {
        return NUDGES.contains(message.message());
    }

    /** Whether others may have been dropped for it, so that it goes out even where it is no longer asked itself. */
    static boolean mayStandForOthers(OutboxMessage message) {
        return gathers(message)
                && (message.next().before() > 0 || message.next().perhapsSent());
    }

    /** Whether the person has had their nudge of the day. Whichever message asks first is the one. */
    boolean isHadBy(Partnership partnership, Scene scene, OutboxMessage message) {
        TurnId day = new TurnId("nudged.%s.%s".formatted(scene.person().id(), scene.today()));
        String mine = message.id().value();
        Optional<Earlier> earlier = earlier(partnership, scene, day);
        if (earlier.isEmpty()) {
            Commit first = new Commit(
                    day,
                    mine,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
            if (store.commit(partnership.id(), first) == Committed.STORED) {
                return false;
            }
            earlier = earlier(partnership, scene, day);
        }
        return earlier.filter(other -> !other.content().equals(mine)).isPresent();
    }

    private Optional<Earlier> earlier(Partnership partnership, Scene scene, TurnId day) {
        return store.load(
                        partnership.id(), day, Optional.empty(), scene.person().id())
                .earlier();
    }

    /** The list of everything that needs the person, where that is so many things. */
    Optional<View> list(Partnership partnership, Scene scene, int atLeast) {
        Set<PostId> posts =
                new HashSet<>(scene.router().postsActedFor(scene.person().id()));
        List<Listed> cases = store.listed(partnership.id(), scene.person().id(), posts).stream()
                .map(CaseFile::of)
                .map(file -> new Listed(
                        file,
                        scenes.of(
                                partnership,
                                partnership.protocol(file.theCase().protocol()),
                                scene.person(),
                                scene.now())))
                .toList();
        return new Digest(scene).draw(cases, atLeast);
    }
}
