package org.secondlook.core.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/** Makes obligations: of the duties of a pack, and of those that the bot adds. */
final class Obligations {

    private final Unfolding unfolding;
    private final Dates dates;
    private final Holders holders;

    Obligations(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.dates = new Dates(unfolding);
        this.holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
    }

    /** Opens what a duty of a stage asks for, of each post it asks. */
    void open(Duty duty, Stage stage) {
        if (applies(duty.condition())) {
            for (Holder holder : holders.of(duty.who(), stage.level(), Optional.empty())) {
                open(
                        duty.id(),
                        duty.does(),
                        Optional.of(stage.id()),
                        holder,
                        duty.by().map(unfolding.setting().protocol()::clock),
                        duty.needs(),
                        duty.late(),
                        duty.outlives());
            }
        }
    }

    /** Opens what a duty of a flag asks for. */
    void open(Duty duty, Flag flag) {
        if (applies(duty.condition())) {
            for (Holder holder : holders.of(duty.who(), Optional.empty(), Optional.empty())) {
                open(
                        duty.id(),
                        duty.does(),
                        Optional.empty(),
                        holder,
                        duty.by().map(unfolding.setting().protocol()::clock),
                        List.of(),
                        duty.late(),
                        true);
            }
        }
    }

    /** Opens what the close of a case asks for. */
    void open(Duty duty, Optional<Level> thisLevel) {
        for (Holder holder : holders.of(duty.who(), thisLevel, Optional.empty())) {
            open(
                    duty.id(),
                    duty.does(),
                    Optional.empty(),
                    holder,
                    duty.by().map(unfolding.setting().protocol()::clock),
                    List.of(),
                    duty.late(),
                    true);
        }
    }

    /** Opens a duty of the bot's own in a stage. */
    void open(DutyId duty, Does does, StageId stage, Holder holder, Optional<ClockRule> clock, Late late) {
        open(duty, does, Optional.of(stage), holder, clock, List.of(), late, false);
    }

    /** Opens a duty of the bot's own, or of the close, that belongs to no stage. */
    void open(DutyId duty, Does does, Holder holder, ClockRule clock, Late late) {
        open(duty, does, Optional.empty(), holder, Optional.of(clock), List.of(), late, true);
    }

    /** Passes an obligation to another post, told now, with the time it would have had. */
    void passTo(PostId post, Obligation obligation, CaseEvent.HolderChanged.Why why) {
        unfolding.happens(new CaseEvent.HolderChanged(obligation.id(), post, why));
        Obligation passed = unfolding.theCase().open(obligation.id()).orElseThrow();
        Optional<Instant> told = Optional.of(unfolding.now());
        Deadline date = dates.of(passed.dated(passed.deadline(), told));
        unfolding.happens(new CaseEvent.ObligationDated(obligation.id(), date, told));
    }

    private void open(
            DutyId duty,
            Does does,
            Optional<StageId> stage,
            Holder holder,
            Optional<ClockRule> clock,
            List<DutyId> needs,
            Late late,
            boolean outlives) {
        Obligation undated = new Obligation(
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
        unfolding.happens(
                new CaseEvent.ObligationOpened(undated.dated(dates.of(undated), undated.since()), holder.route()));
    }

    /** A responding agency knows only once the concern has been taken across; everybody else is told now. */
    private Optional<Instant> since(Holder holder) {
        return holder.side() == Side.RESPONDING
                ? unfolding.theCase().told(holder.agency()).map(told -> later(told, unfolding.release()))
                : Optional.of(unfolding.release());
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
                && condition.area().isEmpty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
