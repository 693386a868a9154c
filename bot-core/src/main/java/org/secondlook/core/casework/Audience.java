package org.secondlook.core.casework;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Who;

/**
 * Who may see a case beside those who owe something in it: whom the procedure names to take part in its talks, and whom
 * it tells. Nobody on the responding side does before their agency has been told.
 */
public final class Audience {

    private final Case theCase;
    private final Setting setting;
    private final Holders holders;

    public Audience(Case theCase, Setting setting) {
        this.theCase = theCase;
        this.setting = setting;
        this.holders = new Holders(theCase.concern(), setting);
    }

    /** Those who read its words: they take part in a stage that was reached, or the pack shows them words. */
    public Set<PostId> readers() {
        Set<PostId> readers = new LinkedHashSet<>();
        reached().forEach(visit -> readers.addAll(takingPart(stage(visit))));
        readers.addAll(told(see -> see == Notice.See.WORDS));
        return readers;
    }

    /** Those who learn that it is there and where it stands, and no words. */
    public Set<PostId> informed() {
        Set<PostId> informed =
                told(see -> see == Notice.See.FACT || see == Notice.See.SUMMARY || see == Notice.See.FORM);
        Stream.concat(theCase.open().stream(), theCase.done().stream().map(Case.Done::obligation))
                .filter(obligation -> theCase.isLate(obligation.id()))
                .forEach(late -> toldThatItIsLate(late).forEach(holder -> informed.add(holder.post())));
        return informed;
    }

    /**
     * Those whom the pack tells that something was not done by its date. Of a talk that nobody confirmed, whoever hears
     * when the decision that waits for it is late.
     */
    Stream<Holder> toldThatItIsLate(Obligation obligation) {
        Stream<Who> people = obligation.duty().equals(EngineDuties.TOOK_PLACE)
                ? obligation.stage().stream()
                        .flatMap(id -> setting.protocol().stage(id).owes().stream())
                        .filter(duty -> !duty.outcomes().isEmpty())
                        .flatMap(duty -> duty.late().told().stream())
                : obligation.late().told().stream();
        return people.flatMap(who -> holders.of(who, Optional.empty(), Optional.of(obligation.agency())).stream())
                .filter(this::isTold);
    }

    /** Those whom a stage names to take part in its talks; whoever made the decision hears through their own manager. */
    Set<PostId> takingPart(Stage stage) {
        Set<PostId> posts = new LinkedHashSet<>();
        for (Duty duty : stage.owes()) {
            if (duty.does() == Does.TALK || duty.does() == Does.HOLD) {
                duty.with().stream()
                        .flatMap(who -> known(who, stage))
                        .map(Holder::post)
                        .filter(post -> !theCase.concern().decisionMaker().equals(Optional.of(post)))
                        .forEach(posts::add);
            }
        }
        return posts;
    }

    private Set<PostId> told(Predicate<Notice.See> see) {
        Set<PostId> posts = new LinkedHashSet<>();
        for (Notice notice : setting.protocol().notices()) {
            if (see.test(notice.see())) {
                reached()
                        .filter(visit -> notice.at().isEmpty() || notice.at().contains(visit.stage()))
                        .filter(visit -> hasHappened(notice.of(), visit))
                        .flatMap(visit -> known(notice.who(), stage(visit)))
                        .forEach(holder -> posts.add(holder.post()));
            }
        }
        return posts;
    }

    /** Whether what a notice tells has happened, and tells of the case: an answer is told without the case. */
    private boolean hasHappened(Notice.Of of, StageVisit visit) {
        return switch (of) {
            case REACHED, EVERY_CHANGE -> true;
            case DONE ->
                theCase.left(visit.stage())
                        .filter(left -> isPast(theCase.released(left)))
                        .isPresent();
            case LATE -> visit.limitPassed() || visit.exit().equals(Optional.of(StageVisit.Exit.LIMIT_PASSED));
            case RESOLVED -> theCase.outcome().isPresent();
            case CLOSED -> theCase.closedAt().isPresent();
            case ANSWERED -> false;
        };
    }

    private Stream<Holder> known(Who who, Stage stage) {
        return holders.of(who, stage.level(), Optional.empty()).stream().filter(this::isTold);
    }

    private boolean isTold(Holder holder) {
        return holder.side() != Side.RESPONDING
                || theCase.told(holder.agency()).filter(this::isPast).isPresent();
    }

    private Stream<StageVisit> reached() {
        return theCase.visits().stream().filter(visit -> isPast(visit.reached()));
    }

    private Stage stage(StageVisit visit) {
        return setting.protocol().stage(visit.stage());
    }

    private boolean isPast(Instant instant) {
        return !instant.isAfter(setting.now());
    }
}
