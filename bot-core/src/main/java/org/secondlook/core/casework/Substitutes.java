package org.secondlook.core.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;

/** Finds who takes over from a post that does not act, or whose holder must not: deputy, then upwards, then the lead. */
final class Substitutes {

    private final Unfolding unfolding;
    private final Directory directory;

    Substitutes(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.directory = unfolding.setting().directory();
    }

    /** The post to ask instead; the same post where there is nobody else. */
    PostId insteadOf(PostId post) {
        Optional<Person> silent = unfolding.acting(post);
        for (PostId candidate : after(post)) {
            Optional<Person> acting = unfolding.acting(candidate);
            boolean somebodyElse = acting.isPresent() && !acting.equals(silent);
            boolean unconflicted = acting.flatMap(person -> unfolding.theCase().conflict(person.id()))
                    .map(conflicted -> !conflicted)
                    .orElse(true);
            boolean reachable = !unfolding.theCase().deliveries().isUnreachable(new Telling.To.ThePost(candidate));
            if (somebodyElse && unconflicted && reachable) {
                return candidate;
            }
        }
        return post;
    }

    private List<PostId> after(PostId post) {
        List<PostId> candidates = new ArrayList<>();
        Optional<Post> entry = Optional.of(directory.post(post));
        while (entry.isPresent() && !candidates.contains(entry.get().id())) {
            entry.get().deputy().ifPresent(candidates::add);
            entry = entry.get().reportsTo().map(directory::post);
            entry.map(Post::id).ifPresent(candidates::add);
        }
        candidates.add(directory.agency(directory.post(post).agency()).lead());
        return candidates;
    }
}
