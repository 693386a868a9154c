package org.secondlook.core.conversation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.routing.Router.Near;
import org.secondlook.core.yaml.Spelling;

/** Who may begin a special procedure: anybody, or somebody of a level and above; others are helped to ask (S15). */
final class TrackOpening {

    private static final String RAISING = "raising ";

    private final Scene scene;

    TrackOpening(Scene scene) {
        this.scene = scene;
    }

    /** Whether the scene's person may begin what a topic leads to. */
    boolean isOpen(Topic topic) {
        Optional<Level> level = level(topic);
        return level.isEmpty()
                || scene.ownPost()
                        .filter(own -> scene.router().isAtLevelOrAbove(own.id(), level.get()))
                        .isPresent();
    }

    /** The post in the person's own agency that may begin it in their stead. */
    Optional<PostId> senior(Topic topic) {
        return level(topic).flatMap(level -> scene.ownPost().map(own -> post(own, level)));
    }

    private PostId post(Post own, Level level) {
        Near near = new Near(own.agency(), Optional.of(own.id()), Optional.empty());
        return scene.router().atLevel(near, level, Set.of(scene.person().id())).post();
    }

    private Optional<Level> level(Topic topic) {
        return scene.protocol().trackFor(topic.id()).flatMap(Track::openTo).flatMap(TrackOpening::level);
    }

    private static Optional<Level> level(String openTo) {
        return Stream.of(openTo)
                .filter(words -> words.startsWith(RAISING))
                .flatMap(words -> Spelling.find(words.substring(RAISING.length()), Level.class).stream())
                .findFirst();
    }
}
