package org.secondlook.core.casework;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.Working.Bound;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.casework.StageVisit.Entry;
import org.secondlook.core.casework.StageVisit.Exit;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.CommonQuestion;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Spelling;

/** Enters and leaves stages: what each is owed, by whom and when, and who is told. */
final class Stages {

    private final Unfolding unfolding;
    private final Protocol protocol;

    Stages(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.protocol = unfolding.setting().protocol();
    }

    /** The stage after the one where the case stands; none after the last, and none where a decision says how it goes on. */
    Optional<Stage> next() {
        return unfolding.theCase().last().flatMap(visit -> next(unfolding.theCase(), visit, protocol));
    }

    /** The stage after a visit by time or by hand, past those that a flag of the case lets be passed over. */
    static Optional<Stage> next(Case theCase, StageVisit visit, Protocol protocol) {
        if (protocol.stage(visit.stage()).isDecided()) {
            return Optional.empty();
        }
        Track track = protocol.track(visit.track());
        Optional<Stage> next = track.after(visit.stage());
        while (next.isPresent() && isPassedOver(next.get(), theCase)) {
            next = track.after(next.get().id());
        }
        return next;
    }

    /** Whether a flag of the case lets a stage be passed over (B40). */
    static boolean isPassedOver(Stage stage, Case theCase) {
        return stage.skipWhen().stream().anyMatch(flag -> theCase.flag(flag).isPresent());
    }

    /** Begins a special procedure, and tells those whom it asks. */
    void begin(Track track) {
        Stage first = track.stages().get(0);
        enter(track.id(), first, Entry.RAISED);
        tellThoseAsked(first);
        new Notices(unfolding).reached(first);
    }

    /** Comes to a stage, and opens everything that it is owed. */
    void enter(TrackId track, Stage stage, Entry entry) {
        Instant reached = unfolding.release();
        Deadline cap = new Dates(unfolding).cap(track, stage, reached);
        Deadline limit = entry == Entry.RAISED && track.equals(TrackId.LADDER)
                ? cap.notAfter(unfolding.theCase().concern().neededBy(), Bound.NEEDED)
                : cap;
        unfolding.happens(new CaseEvent.StageEntered(
                new StageVisit(track, stage.id(), reached, cap, limit, entry, false, Optional.empty())));
        for (Duty duty : stage.owes()) {
            if (duty.each().isEmpty()) {
                new Obligations(unfolding).open(duty, stage);
            }
        }
        if (stage.sides() == Stage.Sides.BOTH) {
            askOwnManagerToTakeItAcross(stage);
            askForADate(stage);
        }
        if (stage.asks().contains(Spelling.of(CommonQuestion.STILL_UNSATISFIED))) {
            askWhetherStillNotSatisfied(stage);
        }
        if (unfolding.theCase().isAcross()) {
            mark(stage);
        }
    }

    /** The gate before the highest rungs: is the agency still not satisfied? Its clock runs on meanwhile (B26, K18). */
    private void askWhetherStillNotSatisfied(Stage stage) {
        Holder lead = new Holders(unfolding.theCase().concern(), unfolding.setting())
                .lead(unfolding.theCase().concern().raising(), Side.RAISING);
        new Obligations(unfolding)
                .open(
                        EngineDuties.STILL_UNSATISFIED,
                        Does.CHOOSE,
                        stage.id(),
                        lead,
                        Optional.of(EngineDuties.NEXT_MORNING),
                        new Late.AsStage());
    }

    /** Puts the phrase of a stage on the record, once the other agency has been told. */
    void mark(Stage stage) {
        stage.mark()
                .filter(phrase -> !unfolding.theCase().marks().contains(phrase))
                .ifPresent(phrase -> unfolding.happens(new CaseEvent.Marked(phrase)));
    }

    /** Leaves the stage where the case stands. */
    void leave(Exit how) {
        unfolding.theCase().current().ifPresent(visit -> {
            unfolding.happens(new CaseEvent.StageLeft(visit.stage(), how));
            new Dates(unfolding).refresh();
            new Notices(unfolding).done(protocol.stage(visit.stage()));
        });
    }

    /** Leaves the stage where the case stands for another, and tells those who are asked now and those who were. */
    void moveTo(Stage stage, Exit exit, Entry entry) {
        Set<PostId> before = new LinkedHashSet<>();
        unfolding.theCase().managers().stream()
                .filter(o -> o.since().isPresent())
                .forEach(o -> before.add(o.holder()));
        Optional<StageId> left = unfolding.theCase().current().map(StageVisit::stage);
        leave(exit);
        enter(protocol.trackOf(stage.id()).id(), stage, entry);
        Set<PostId> asked = tellThoseAsked(stage);
        before.removeAll(asked);
        before.forEach(post -> tellThatItMoved(post, left));
        unfolding.notify(unfolding.theCase().concern().raiser(), "E-4");
        new Notices(unfolding).reached(stage);
    }

    /** Whoever is to put the stage that was left on the child's file is asked to in the same message (G-5). */
    private void tellThatItMoved(PostId post, Optional<StageId> left) {
        unfolding.theCase().open(Does.FILE).stream()
                .filter(file -> file.stage().equals(left) && file.holder().equals(post))
                .map(Obligation::id)
                .findFirst()
                .ifPresentOrElse(
                        file -> unfolding.tell(post, "G-5", Optional.of(file)), () -> unfolding.notify(post, "E-4"));
    }

    /** Asks each agency that knows of the concern to settle by when it will answer. */
    void askForADate(Stage stage) {
        Case theCase = unfolding.theCase();
        for (Obligation response : theCase.open(Does.RESPOND)) {
            boolean here = response.stage().equals(Optional.of(stage.id()))
                    && response.since().isPresent();
            boolean asked = theCase.madeBy(stage.id())
                    .anyMatch(o ->
                            o.duty().equals(EngineDuties.DATE) && o.agency().equals(response.agency()));
            if (here && !asked) {
                new Obligations(unfolding)
                        .open(
                                EngineDuties.DATE,
                                Does.AGREE_DATE,
                                stage.id(),
                                new Holders.Holder(response.holder(), response.agency(), response.side()),
                                Optional.of(EngineDuties.ONE_WORKING_DAY),
                                new Late.Tell(List.of()));
            }
        }
    }

    /** Nothing crosses without a press that names it: until it has, somebody on the raising side must take it across. */
    private void askOwnManagerToTakeItAcross(Stage stage) {
        Case theCase = unfolding.theCase();
        boolean known = theCase.concern().responding().stream()
                .allMatch(agency -> theCase.told(agency).isPresent());
        boolean asked =
                theCase.open(Does.REVIEW).stream().anyMatch(o -> o.stage().equals(Optional.of(stage.id())));
        if (!known && !asked && stage.level().isPresent()) {
            new Obligations(unfolding)
                    .open(
                            EngineDuties.OWN_REVIEW,
                            Does.REVIEW,
                            stage.id(),
                            new Holders(theCase.concern(), unfolding.setting())
                                    .raising(stage.level().get()),
                            Optional.of(protocol.ownReview()),
                            new Late.ToDeputy());
        }
    }

    private Set<PostId> tellThoseAsked(Stage stage) {
        Set<PostId> asked = new LinkedHashSet<>();
        for (Obligation obligation : unfolding.theCase().open()) {
            boolean here = obligation.stage().equals(Optional.of(stage.id()))
                    && obligation.since().isPresent();
            if (here && asked.add(obligation.holder()) && !unfolding.actsFor(obligation.holder())) {
                String message = obligation.asksWhetherSatisfied() ? "E-2a" : "E-3";
                unfolding.tell(obligation.holder(), message, Optional.of(obligation.id()));
            }
        }
        new Notices(unfolding).toThoseWhoTakePart(stage, asked);
        return asked;
    }
}
