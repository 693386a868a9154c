package org.secondlook.core.casework;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.casework.StageVisit.Entry;
import org.secondlook.core.casework.StageVisit.Exit;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.reminder.Nudge;

/**
 * The clock reached a due time: stages whose limit passed move on as the pack says, what is late is told, who is near a
 * date is nudged, and what nobody has opened comes to others. All that is due happens in one turn.
 */
public record PassTime() implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        for (StageVisit visit : timetable(unfolding).limitsPassed(unfolding.now())) {
            new Limit(unfolding).passed(visit);
        }
        for (Obligation obligation : timetable(unfolding).datesPassed(unfolding.now())) {
            if (unfolding.theCase().open(obligation.id()).isPresent()) {
                new Lateness(unfolding).of(obligation);
            }
        }
        new Leave(unfolding).passTime(timetable(unfolding));
        new Nudging(unfolding).nudge(timetable(unfolding).nudgesDue(unfolding.now()));
        timetable(unfolding).openingsToCheck(unfolding.now()).forEach(new Unopened(unfolding)::check);
        return Optional.empty();
    }

    private static Timetable timetable(Unfolding unfolding) {
        return new Timetable(unfolding.theCase(), unfolding.setting().calendar());
    }

    /** What the limit of a stage does when it passes (B37; requirements.md 3, ambiguity 18). */
    private record Limit(Unfolding unfolding) {

        void passed(StageVisit visit) {
            Stage stage = unfolding.setting().protocol().stage(visit.stage());
            new Notices(unfolding).late(stage);
            Optional<Stage> next =
                    Stages.next(unfolding.theCase(), visit, unfolding.setting().protocol());
            if (stage.whenLate() == WhenLate.ADVANCE
                    && next.isPresent()
                    && !next.get().onlyByHand()) {
                recordSilence(visit);
                advance(unfolding, next.get());
                return;
            }
            unfolding.happens(new CaseEvent.LimitPassed(visit.stage()));
            if (stage.whenLate() != WhenLate.STAY && next.isPresent()) {
                askHowItGoesOn(visit, next.get());
            }
        }

        /** That nobody did what was owed by the date is a fact of the record, whatever follows from it. */
        private void recordSilence(StageVisit visit) {
            for (Obligation owed : unfolding.theCase().open()) {
                if (owed.stage().equals(Optional.of(visit.stage()))
                        && owed.deadline().isPast(unfolding.now())
                        && owed.does() != Does.AGREE_DATE
                        && !unfolding.theCase().isLate(owed.id())) {
                    unfolding.happens(new CaseEvent.WentLate(owed.id()));
                }
            }
        }

        private void askHowItGoesOn(StageVisit visit, Stage next) {
            for (Obligation settle : unfolding.theCase().open(Does.SETTLE)) {
                if (settle.stage().equals(Optional.of(visit.stage()))) {
                    new Obligations(unfolding)
                            .open(
                                    EngineDuties.GO_ON,
                                    Does.CHOOSE,
                                    visit.stage(),
                                    new Holder(settle.holder(), settle.agency(), settle.side()),
                                    Optional.of(EngineDuties.NEXT_MORNING),
                                    new Late.ToDeputy());
                    unfolding.tellAtOnce(settle.holder(), "E-2", Optional.empty());
                }
            }
            if (next.sides() == Stage.Sides.PARTNERSHIP) {
                tellThePartnershipThatItIsDue(unfolding, next);
            }
        }
    }

    /** What the lateness of one obligation does; it stays owed. */
    private record Lateness(Unfolding unfolding) {

        void of(Obligation obligation) {
            if (obligation.does() == Does.AGREE_DATE) {
                unfolding.theCase().current().ifPresent(visit -> new DateSetting(unfolding).leave(visit));
                return;
            }
            unfolding.happens(new CaseEvent.WentLate(obligation.id()));
            if (obligation.duty().equals(EngineDuties.GO_ON)) {
                goOn(obligation);
            } else if (obligation.duty().equals(EngineDuties.GO_FURTHER)) {
                new Declined(unfolding).askLead(obligation);
            } else if (obligation.duty().equals(EngineDuties.STILL_UNSATISFIED)) {
                unfolding.happens(new CaseEvent.Discharged(obligation.id()));
            } else if (obligation.duty().equals(EngineDuties.TOOK_PLACE)) {
                new Agreement(unfolding).notConfirmed(obligation);
            } else if (obligation.duty().equals(EngineDuties.CLOSING)) {
                askTheLead(obligation);
            } else if (obligation.does() == Does.FILE) {
                unfolding.tellAtOnce(lead(obligation), "G-5l", Optional.of(obligation.id()));
            } else {
                unfolding.tellAtOnce(obligation.holder(), "N-6", Optional.of(obligation.id()));
                if (obligation.does() == Does.REPLY) {
                    new Questions(unfolding).notAnswered(obligation);
                }
                obligation.late().accept(new Consequence(obligation));
            }
        }

        /** Nobody said how it goes on: below the partnership it moves, into the partnership somebody else is asked. */
        private void goOn(Obligation obligation) {
            Stage next = new Stages(unfolding).next().orElseThrow();
            if (next.onlyByHand()) {
                passOn(obligation);
                tellThePartnershipThatItIsDue(unfolding, next);
            } else {
                advance(unfolding, next);
            }
        }

        /** Silence is never "no": the lead is asked instead. */
        private void askTheLead(Obligation obligation) {
            PostId lead = lead(obligation);
            if (!lead.equals(obligation.holder())) {
                new Obligations(unfolding).passTo(lead, obligation, CaseEvent.HolderChanged.Why.NOT_ANSWERED);
                unfolding.tellAtOnce(lead, "Z-9", Optional.of(obligation.id()));
            }
        }

        private PostId lead(Obligation obligation) {
            return unfolding.setting().router().lead(obligation.agency()).post();
        }

        private void passOn(Obligation obligation) {
            PostId instead = new Substitutes(unfolding).insteadOf(obligation.holder());
            if (!instead.equals(obligation.holder())) {
                new Obligations(unfolding).passTo(instead, obligation, CaseEvent.HolderChanged.Why.LATE);
                unfolding.tellAtOnce(
                        instead, obligation.does() == Does.REVIEW ? "M-1" : "E-2", Optional.of(obligation.id()));
            }
        }

        private final class Consequence implements Late.Visitor<Void> {

            private final Obligation obligation;

            Consequence(Obligation obligation) {
                this.obligation = obligation;
            }

            @Override
            public Void asStage() {
                return null;
            }

            @Override
            public Void move(WhenLate move) {
                if (move == WhenLate.ADVANCE) {
                    new Stages(unfolding)
                            .next()
                            .filter(next -> !next.onlyByHand())
                            .ifPresent(next -> advance(unfolding, next));
                }
                return null;
            }

            @Override
            public Void toDeputy() {
                passOn(obligation);
                unfolding.tellAtOnce(unfolding.theCase().concern().raiser(), "M-6");
                return null;
            }

            @Override
            public Void tell(List<Who> people) {
                Holders holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
                for (Who who : people) {
                    for (Holder holder : holders.of(who, Optional.empty(), Optional.of(obligation.agency()))) {
                        unfolding.tellAtOnce(holder.post(), "N-9", Optional.of(obligation.id()));
                    }
                }
                return null;
            }
        }
    }

    /** One message a person and turn, about what is due first (dialogue 3.3). */
    private record Nudging(Unfolding unfolding) {

        void nudge(List<Timetable.Due> due) {
            Set<PostId> nudged = new HashSet<>();
            List<Timetable.Due> soonestFirst = due.stream()
                    .sorted(Comparator.comparing(
                            d -> d.obligation().deadline().remindBy().orElseThrow()))
                    .toList();
            for (Timetable.Due one : soonestFirst) {
                Obligation obligation = one.obligation();
                unfolding.happens(
                        new CaseEvent.Nudged(obligation.id(), one.nudge().number()));
                if (nudged.add(obligation.holder())) {
                    tell(obligation, one.nudge().kind());
                }
            }
        }

        private void tell(Obligation obligation, Nudge.Kind kind) {
            boolean contested = obligation.does() == Does.SETTLE || obligation.does() == Does.RESPOND;
            if (kind == Nudge.Kind.DAY_BEFORE && contested) {
                unfolding.theCase().managers().stream()
                        .filter(manager -> manager.since().isPresent())
                        .forEach(
                                manager -> unfolding.tellAtOnce(manager.holder(), "E-1", Optional.of(obligation.id())));
                return;
            }
            String message = switch (kind) {
                case HALFWAY -> "N-2";
                case DAY_BEFORE -> "N-3";
                case DUE_DAY -> "N-4";
                case WITHIN_THE_DAY -> "N-4h";
                case ASKED_FOR -> "N-5n";
            };
            if (kind == Nudge.Kind.HALFWAY && obligation.does() == Does.RESPOND) {
                tellWhoWaits(obligation);
            }
            unfolding.tellAtOnce(obligation.holder(), message, Optional.of(obligation.id()));
        }

        /** Whoever settles has nothing to do while the other side has not answered, and hears that it has not. */
        private void tellWhoWaits(Obligation response) {
            unfolding.theCase().open(Does.SETTLE).stream()
                    .filter(settle -> settle.stage().equals(response.stage()) && settle.side() != response.side())
                    .forEach(settle -> unfolding.tellAtOnce(settle.holder(), "N-7", Optional.of(settle.id())));
        }
    }

    private static void advance(Unfolding unfolding, Stage next) {
        new Stages(unfolding).moveTo(next, Exit.LIMIT_PASSED, Entry.ADVANCED);
    }

    /** The notice to the partnership is automatic; sending it the case needs a person (requirements.md 3, ambiguity 40). */
    private static void tellThePartnershipThatItIsDue(Unfolding unfolding, Stage next) {
        Holders holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
        for (Duty duty : next.owes()) {
            if (duty.does() == Does.DECIDE) {
                for (Holder holder : holders.of(duty.who(), next.level(), Optional.empty())) {
                    unfolding.tellAtOnce(holder.post(), "E-2b", Optional.empty());
                }
            }
        }
    }
}
