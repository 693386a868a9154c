package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;

/** Tells those whom the pack wants told and who owe nothing. Nobody hears of a case before their agency takes part. */
final class Notices {

    private final Unfolding unfolding;
    private final Holders holders;

    Notices(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
    }

    /** A stage was reached. */
    void reached(Stage stage) {
        of(Notice.Of.REACHED, Optional.of(stage)).forEach(notice -> tell(notice, Optional.of(stage), holder -> true));
    }

    /** The other agencies take part from now on: their people hear what those on the raising side heard before. */
    void toRespondingSide(Stage stage) {
        of(Notice.Of.REACHED, Optional.of(stage))
                .forEach(notice -> tell(notice, Optional.of(stage), this::isOnlyResponding));
    }

    private boolean isOnlyResponding(Holder holder) {
        return holder.side() == Side.RESPONDING
                && !holder.agency().equals(unfolding.theCase().concern().raising());
    }

    /** Those who take part in the talks of a stage and owe nothing in it are asked together with those who do (J-1). */
    void toThoseWhoTakePart(Stage stage, Set<PostId> asked) {
        Set<PostId> told = new LinkedHashSet<>(asked);
        for (PostId post : new Audience(unfolding.theCase(), unfolding.setting()).takingPart(stage)) {
            if (told.add(post) && !unfolding.actsFor(post)) {
                unfolding.tell(post, "J-1", Optional.empty());
            }
        }
    }

    /** A stage was left. */
    void done(Stage stage) {
        of(Notice.Of.DONE, Optional.of(stage)).forEach(notice -> tell(notice, Optional.of(stage), holder -> true));
    }

    /** The date of a stage passed. */
    void late(Stage stage) {
        of(Notice.Of.LATE, Optional.of(stage)).forEach(notice -> tell(notice, Optional.of(stage), holder -> true));
    }

    /** The case is resolved. */
    void resolved() {
        of(Notice.Of.RESOLVED, Optional.empty()).forEach(notice -> tell(notice, Optional.empty(), holder -> true));
    }

    /** Nothing is owed in the case any more. */
    void closed() {
        of(Notice.Of.CLOSED, Optional.empty()).forEach(notice -> tell(notice, Optional.empty(), holder -> true));
    }

    /** Something happened in a stage that somebody follows closely. */
    void changed() {
        Optional<Stage> stage = unfolding
                .theCase()
                .last()
                .map(visit -> unfolding.setting().protocol().stage(visit.stage()));
        of(Notice.Of.EVERY_CHANGE, stage).forEach(notice -> tell(notice, stage, holder -> true));
    }

    /** Somebody answered a question in a way that concerns others. */
    void answered(String question) {
        unfolding.setting().protocol().notices().stream()
                .filter(notice -> notice.answered().equals(Optional.of(question)))
                .forEach(notice -> tell(notice, Optional.empty(), holder -> true));
    }

    private List<Notice> of(Notice.Of of, Optional<Stage> stage) {
        return unfolding.setting().protocol().notices().stream()
                .filter(notice -> notice.of() == of)
                .filter(notice -> notice.at().isEmpty()
                        || stage.filter(s -> notice.at().contains(s.id())).isPresent())
                .toList();
    }

    private void tell(Notice notice, Optional<Stage> stage, Predicate<Holder> who) {
        for (Holder holder : holders.of(notice.who(), stage.flatMap(Stage::level), Optional.empty())) {
            boolean knows = holder.side() != Side.RESPONDING
                    || unfolding.theCase().told(holder.agency()).isPresent();
            if (knows && who.test(holder)) {
                unfolding.notify(holder.post(), message(notice));
            }
        }
    }

    private static String message(Notice notice) {
        if (notice.of() == Notice.Of.ANSWERED) {
            return "Z-10n";
        }
        return switch (notice.see()) {
            case WORDS -> "M-8";
            case SUMMARY, FORM -> "S-2";
            case FACT, COUNTS -> "J-2";
        };
    }
}
