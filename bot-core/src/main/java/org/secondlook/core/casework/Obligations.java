package org.secondlook.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Condition;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.routing.Route;

/** Makes obligations: of the duties of a pack, and of those that the bot adds. */
final class Obligations {

    private final Unfolding unfolding;
    private final Instant told;
    private final Dates dates;
    private final Holders holders;

    /** Obligations whose holders are told after the undo window. */
    Obligations(Unfolding unfolding) {
        this(unfolding, unfolding.release());
    }

    private Obligations(Unfolding unfolding, Instant told) {
        this.unfolding = unfolding;
        this.told = told;
        this.dates = new Dates(unfolding);
        this.holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
    }

    /** Obligations whose holders are told at once. */
    static Obligations toldNow(Unfolding unfolding) {
        return new Obligations(unfolding, unfolding.now());
    }

    /** Opens what a duty of a stage asks for, of each post it asks. */
    void open(Duty duty, Stage stage) {
        undated(duty, Optional.of(stage)).forEach(this::open);
    }

    /** Opens what a duty asks for after an act that it follows, of those whom the act concerns and who know of it. */
    List<Obligation> openAnew(Duty duty, Stage stage, Predicate<Obligation> concerned) {
        List<Obligation> opened = new ArrayList<>();
        for (Undated undated : undated(duty, Optional.of(stage))) {
            Obligation obligation = undated.obligation();
            if (obligation.since().isPresent() && concerned.test(obligation)) {
                open(undated);
                opened.add(obligation);
            }
        }
        return opened;
    }

    /** Opens what a duty of a flag asks for. */
    void open(Duty duty, Flag flag) {
        undated(duty, Optional.empty()).forEach(this::open);
    }

    /** Opens what the close of a case asks for. */
    void open(Duty duty, Level thisLevel) {
        holders.of(duty.who(), Optional.of(thisLevel), Optional.empty()).stream()
                .map(holder -> undated(duty, Optional.empty(), holder))
                .forEach(this::open);
    }

    /** Opens a duty of the bot's own in a stage. */
    ObligationId open(DutyId duty, Does does, StageId stage, Holder holder, Optional<ClockRule> clock, Late late) {
        return open(undated(duty, does, Optional.of(stage), holder, clock, List.of(), late, false));
    }

    /** Opens a duty of the bot's own, or of the close, that belongs to no stage. */
    void open(DutyId duty, Does does, Holder holder, ClockRule clock, Late late) {
        open(undated(duty, does, Optional.empty(), holder, Optional.of(clock), List.of(), late, true));
    }

    /** Passes an obligation to another post, told now, with the time it would have had. */
    void passTo(PostId post, Obligation obligation, CaseEvent.HolderChanged.Why why) {
        unfolding.happens(new CaseEvent.HolderChanged(obligation.id(), post, why));
        Obligation passed = unfolding.theCase().open(obligation.id()).orElseThrow();
        Optional<Instant> now = Optional.of(unfolding.now());
        Deadline date = dates.of(passed.dated(passed.deadline(), now));
        unfolding.happens(new CaseEvent.ObligationDated(obligation.id(), date, now));
    }

    private List<Undated> undated(Duty duty, Optional<Stage> stage) {
        if (!applies(duty.condition())) {
            return List.of();
        }
        return holders.of(duty.who(), stage.flatMap(Stage::level), Optional.empty()).stream()
                .map(holder -> undated(duty, stage, holder))
                .toList();
    }

    private Undated undated(Duty duty, Optional<Stage> stage, Holder holder) {
        return undated(
                duty.id(),
                duty.does(),
                stage.map(Stage::id),
                holder,
                duty.by().map(unfolding.setting().protocol()::clock),
                stage.isPresent() ? duty.needs() : List.of(),
                duty.late(),
                stage.isEmpty() || duty.outlives());
    }

    private Undated undated(
            DutyId duty,
            Does does,
            Optional<StageId> stage,
            Holder holder,
            Optional<ClockRule> clock,
            List<DutyId> needs,
            Late late,
            boolean outlives) {
        Obligation obligation = new Obligation(
                newId(duty, stage, holder),
                duty,
                does,
                stage,
                holder.post(),
                holder.agency(),
                holder.side(),
                clock,
                since(holder),
                unfolding.setting().deadlines().notYetKnown(clock.orElse(EngineDuties.ONE_WORKING_DAY)),
                needs,
                late,
                outlives);
        return new Undated(obligation, holder.route());
    }

    private ObligationId open(Undated undated) {
        Obligation obligation = undated.obligation();
        unfolding.happens(new CaseEvent.ObligationOpened(
                obligation.dated(dates.of(obligation), obligation.since()), undated.route()));
        return obligation.id();
    }

    /** An obligation before its date is worked out. */
    private record Undated(Obligation obligation, Optional<Route> route) {}

    /** A responding agency knows only once the concern has been taken across; everybody else is told now. */
    private Optional<Instant> since(Holder holder) {
        return holder.side() == Side.RESPONDING
                ? unfolding.theCase().told(holder.agency()).map(agencyTold -> later(agencyTold, told))
                : Optional.of(told);
    }

    private ObligationId newId(DutyId duty, Optional<StageId> stage, Holder holder) {
        String name = stage.map(s -> s + ".").orElse("") + duty + "." + holder.post();
        Case theCase = unfolding.theCase();
        ObligationId id = new ObligationId(name);
        for (int n = 2; theCase.open(id).isPresent() || theCase.done(id).isPresent(); n++) {
            id = new ObligationId(name + "." + n);
        }
        return id;
    }

    private boolean applies(Condition condition) {
        Case theCase = unfolding.theCase();
        return condition.flag().map(flag -> theCase.flag(flag).isPresent()).orElse(true)
                && condition.notFlag().map(flag -> theCase.flag(flag).isEmpty()).orElse(true)
                && condition.area().map(this::isIn).orElse(true)
                && condition.notArea().map(area -> !isIn(area)).orElse(true);
    }

    /** Whether the case is about a decision made in an area of the partnership, or else raised there. */
    private boolean isIn(String area) {
        Concern concern = unfolding.theCase().concern();
        return Stream.concat(concern.responding().stream(), Stream.of(concern.raising()))
                .flatMap(agency -> unfolding.setting().directory().agency(agency).area().stream())
                .findFirst()
                .filter(area::equals)
                .isPresent();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
