package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.WhenLate;

/**
 * What lies ahead of a case on its ladder: the next stage, and the posts that would be asked there, so that nobody moves
 * a case without seeing to whom.
 */
public record Outlook(Stage stage, List<PostId> posts) {

    private static final Set<Does> ASKED = Set.of(Does.SETTLE, Does.RESPOND, Does.DECIDE);

    /** What becomes of a case when the date of its stage passes and nobody has settled it. */
    public enum Onward {
        /** The next stage begins, at once or the next working morning. */
        MOVES,
        /** Somebody in the raising agency decides, and nothing begins before. */
        WAITS,
        /** It stays where it is. */
        STAYS
    }

    public Outlook {
        posts = List.copyOf(posts);
    }

    /** The next stage; none where the ladder has ended or not begun. */
    public static Optional<Outlook> of(Case theCase, Setting setting) {
        return theCase.last()
                .flatMap(visit -> Stages.next(theCase, visit, setting.protocol()))
                .map(stage -> new Outlook(stage, posts(theCase, setting, stage)));
    }

    /** What becomes of the case when the date of its stage passes; it stays where no stage runs or none comes after. */
    public static Onward onward(Case theCase, Setting setting) {
        return theCase.current()
                .filter(visit -> setting.protocol().stage(visit.stage()).whenLate() != WhenLate.STAY)
                .flatMap(visit -> Stages.next(theCase, visit, setting.protocol()))
                .map(next -> next.onlyByHand() ? Onward.WAITS : Onward.MOVES)
                .orElse(Onward.STAYS);
    }

    /** Where a case would begin and whom it would ask, before it is raised: for who reads it must see the names. */
    public static List<PostId> beginning(Concern concern, Setting setting) {
        Holders holders = new Holders(concern, setting);
        List<Duty> duties = setting.protocol()
                .trackFor(concern.topic())
                .map(track -> track.stages().get(0).owes())
                .orElseGet(() -> setting.protocol().flags().values().stream()
                        .flatMap(flag -> flag.owes().stream())
                        .filter(duty -> duty.does() == Does.DECIDE)
                        .toList());
        return duties.stream()
                .flatMap(duty -> holders.of(duty.who(), Optional.empty(), Optional.empty()).stream())
                .map(Holders.Holder::post)
                .filter(post -> !post.equals(concern.raiserPost()))
                .distinct()
                .toList();
    }

    private static List<PostId> posts(Case theCase, Setting setting, Stage stage) {
        Holders holders = new Holders(theCase.concern(), setting);
        Set<PostId> posts = new LinkedHashSet<>();
        for (Duty duty : stage.owes()) {
            if (ASKED.contains(duty.does())) {
                holders.of(duty.who(), stage.level(), Optional.empty()).forEach(holder -> posts.add(holder.post()));
            }
        }
        return List.copyOf(posts);
    }
}
