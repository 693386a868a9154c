package org.secondlook.core.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.routing.Route;

/**
 * Something that happened in a case. Events are the truth; applying them is the only way a case changes, and computes
 * nothing: every date in them was worked out when they were decided.
 */
public sealed interface CaseEvent {

    /** Changes the case as this event says. */
    void applyTo(Case theCase, Stamp stamp);

    <R> R accept(Visitor<R> visitor);

    /** A practitioner sent a difference of view to their own manager. */
    record CaseRaised(Reference reference, ProtocolId protocol, Concern concern, Statement statement, OwnNotes notes)
            implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseRaised(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.raise(this, stamp);
        }
    }

    /**
     * A stage between practitioners lies behind: what the raiser said about it is in the statement.
     *
     * @param done whether it took place; otherwise it could not wait
     */
    record StagePassed(StageId stage, boolean done, Optional<LocalDate> on) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stagePassed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.pass(this);
        }
    }

    /** The case came to a stage. */
    record StageEntered(StageVisit visit) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stageEntered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.enter(visit);
        }
    }

    /** A stage got other dates, because a moment they count from became known or the calendar changed. */
    record StageDated(StageId stage, Deadline cap, Deadline limit) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stageDated(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.changeVisit(stage, visit -> visit.dated(cap, limit));
        }
    }

    /** The bank holidays changed, and with them dates of the case; each has an event of its own. */
    record CalendarChanged() implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.calendarChanged(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            // That it was so is the whole of it.
        }
    }

    /** The limit of a stage passed and a person must decide how it goes on. */
    record LimitPassed(StageId stage) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.limitPassed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.changeVisit(stage, StageVisit::pastItsLimit);
        }
    }

    /** The case left a stage; what the stage was owed is owed no more, but for what outlives it. */
    record StageLeft(StageId stage, StageVisit.Exit how) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stageLeft(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.leave(stage, how, stamp);
        }
    }

    /**
     * Somebody owes something from now on.
     *
     * @param route why this post, where there was a choice
     */
    record ObligationOpened(Obligation obligation, Optional<Route> route) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.obligationOpened(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.open(obligation, stamp);
        }
    }

    /** An obligation got its date, or another one. */
    record ObligationDated(ObligationId obligation, Deadline deadline, Optional<Instant> since) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.obligationDated(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.date(obligation, deadline, since, stamp);
        }
    }

    /** Another post owes an obligation now. */
    record HolderChanged(ObligationId obligation, PostId to, Why why) implements CaseEvent {

        /** Why it passed to another post. */
        public enum Why {
            CONFLICT,
            /** Whoever was asked said that it belongs to somebody else. */
            NOT_THEIRS,
            /** Somebody else took the concern forward. */
            NOT_TAKEN_FORWARD,
            LATE,
            NOT_ANSWERED,
            NOT_DELIVERED,
            /** Somebody covers for whoever was asked (V-9, L-5). */
            COVER
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.holderChanged(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.handOver(obligation, to, why == Why.COVER, stamp);
        }
    }

    /** What was owed was done. */
    record Discharged(ObligationId obligation) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.discharged(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.discharge(obligation, stamp);
        }
    }

    /** The date of an obligation passed. It stays owed. */
    record WentLate(ObligationId obligation) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wentLate(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.late(obligation);
        }
    }

    /** The holder of an obligation was nudged for the n-th time, or was spared it. */
    record Nudged(ObligationId obligation, int number) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nudged(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.nudged(obligation, number, stamp.at());
        }
    }

    /** The holder of an obligation asked to be reminded of it at a time. */
    record Snoozed(ObligationId obligation, Instant until) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.snoozed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.snooze(obligation, until);
        }
    }

    /** Business that runs beside the ladder began. */
    record FlagRaised(Flag flag) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flagRaised(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.raiseFlag(flag, stamp.at());
        }
    }

    /** Somebody said whether they know the child or family personally. */
    record ConflictDeclared(PersonId person, boolean conflicted) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conflictDeclared(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.declareConflict(person, conflicted);
        }
    }

    /** Somebody said, before they acted at a stage, whether any child is in danger or at risk of serious harm. */
    record RiskSaid(PersonId person, ClosingAnswered.StillAtRisk answer) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.riskSaid(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.sayRisk(person, stamp.at());
        }
    }

    /** Somebody pressed that they have seen it. Discharges nothing. */
    record Seen(PersonId person) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.seen(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.seen(person, stamp.at());
        }
    }

    /** Somebody was asked whether what they wrote is urgent, once and for all in this case (I-3). */
    record AskedWhetherUrgent() implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.askedWhetherUrgent(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            stamp.by().person().ifPresent(theCase::askedWhetherUrgent);
        }
    }

    /** It was looked, a while after the holder of an obligation was asked, whether they had opened the case (N-8). */
    record OpeningChecked(ObligationId obligation, boolean opened) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.openingChecked(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.checkOpening(obligation);
        }
    }

    /**
     * Somebody offered to do what another owes (V-9).
     *
     * @param by the post they hold in the same agency
     */
    record CoverOffered(ObligationId obligation, PostId by) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coverOffered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.offerCover(obligation, new CoverOffer(by, stamp));
        }
    }

    /** Nobody is to cover for the holder of an obligation. */
    record CoverDeclined(ObligationId obligation) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coverDeclined(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.endCoverOffer(obligation);
        }
    }

    /** Somebody is asked to cover while another is away, or covers by agreement (L-1, L-2). */
    record CoverPlanned(PlannedCover plan) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coverPlanned(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.planCover(plan, stamp);
        }
    }

    /** The leave of whoever holds a post is over, or what was planned for it cannot be. */
    record CoverEnded(PostId away) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coverEnded(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.endCover(away);
        }
    }

    /** The message by which the holder of an obligation is asked for it has reached their platform. */
    record Delivered(ObligationId obligation) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.delivered(obligation, stamp.at());
        }
    }

    /** The message by which the holder of an obligation is asked for it does not get through yet; somebody is told. */
    record DeliveryDelayed(ObligationId obligation, Deliveries.Delay delay) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deliveryDelayed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.deliveries().delayed(obligation, delay);
        }
    }

    /** A message could not be delivered and never will be. */
    record NotDelivered(Telling.To to, Optional<ObligationId> obligation) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notDelivered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.notDelivered(to, obligation);
        }
    }

    /**
     * The raising side's manager took the concern to the other agency.
     *
     * @param withheld the questions whose answers stay inside
     * @param note what the manager wrote for the own agency
     */
    record TakenForward(Set<String> withheld, Optional<SharedText> comment, Optional<PrivateNote> note)
            implements CaseEvent {

        public TakenForward {
            withheld = Set.copyOf(withheld);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.takenForward(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.withhold(withheld, stamp.number());
        }
    }

    /** Whoever reviewed the concern would not take it forward; the reason stays in the raising agency (M-3, M-7). */
    record ReviewDeclined(ObligationId review, PrivateNote reason) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reviewDeclined(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.decline(review, stamp.number());
        }
    }

    /** A responding agency is told at that time; its clocks start. */
    record AgencyTold(AgencyId agency, Instant when) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.agencyTold(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.told(agency, when);
        }
    }

    /** The case is about a conference that was held then; clocks count from its end (S22, S27). */
    record ConferenceHeld(Instant began, Instant ended) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conferenceHeld(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.held(this);
        }
    }

    /**
     * Somebody asked for a meeting that the procedure offers (N30, P10, B51).
     *
     * @param offer the offer of the pack
     * @param by the agency of whoever asked
     */
    record MeetingAsked(String offer, AgencyId by, Statement statement) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.meetingAsked(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.askForMeeting(new Meeting(stamp.number(), offer, by));
        }
    }

    /**
     * Somebody put a question to another in the case.
     *
     * @param asking what they owe, for which they ask
     * @param reply by what it is answered
     */
    record QuestionAsked(ObligationId asking, ObligationId reply, SharedText words) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.questionAsked(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.ask(new AskedQuestion(stamp.number(), asking, reply, Optional.empty()));
        }
    }

    /**
     * Whoever was asked a question passed it on inside their own agency.
     *
     * @param asking by what they answer it themselves
     * @param reply by what it is answered to them
     */
    record QuestionPassedOn(ObligationId asking, ObligationId reply) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.questionPassedOn(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.ask(new AskedQuestion(stamp.number(), asking, reply, Optional.empty()));
        }
    }

    /** A question was answered. */
    record QuestionAnswered(ObligationId reply, SharedText words) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.questionAnswered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.answer(reply, stamp.number());
        }
    }

    /**
     * Somebody said whether what another recorded took place, or whether they take part in what was proposed.
     *
     * @param obligation the obligation by which they were asked
     */
    record AgreementGiven(ObligationId obligation, boolean agreed) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.agreementGiven(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            // Read from the history; what follows from it are events of their own.
        }
    }

    /** A phrase that every later record of the case carries. */
    record Marked(String phrase) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.marked(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.mark(phrase);
        }
    }

    /** A side proposed another date for the answer. */
    record DateSuggested(AgencyId by, Instant date, Optional<SharedText> why) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dateSuggested(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.suggestDate(by, date, stamp.number());
        }
    }

    /** The date of a stage is settled. */
    record DateSet(StageId stage, Deadline limit, How how) implements CaseEvent {

        /** How a date was settled. */
        public enum How {
            AGREED,
            /** Not agreed, so the one that protects the child stands. */
            EARLIER_STANDS
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dateSet(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.setDate(stage, limit);
        }
    }

    /** A responding agency answered. */
    record Responded(AgencyId agency, Kind kind, Statement statement) implements CaseEvent {

        /** What kind of answer. */
        public enum Kind {
            CHANGE,
            ANOTHER_WAY,
            DECISION_STANDS
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.responded(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.responded(stamp.number());
        }
    }

    /** Somebody did what they owed and recorded it: a talk, a consultation, a form, a filing. */
    record Performed(ObligationId obligation, Statement statement, OwnNotes notes) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.performed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            // What was recorded is read from the history; the obligation is discharged by an event of its own.
        }
    }

    /** Whoever had to decide did. */
    record Decided(ObligationId obligation, String outcome, Statement statement) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decided(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.decided(stamp.number());
        }
    }

    /** A manager wrote down what was agreed; it counts when every side has confirmed the same words. */
    record ResolutionProposed(AgencyId by, Outcome outcome, Statement statement) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolutionProposed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.propose(by, outcome, stamp.number());
        }
    }

    /**
     * A side said yes to the words of a proposal.
     *
     * @param proposal the number of the event that holds those words
     */
    record ResolutionConfirmed(AgencyId by, int proposal) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolutionConfirmed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.confirm(by, proposal);
        }
    }

    /** A side said that it has not agreed. */
    record ResolutionRefused(AgencyId by, SharedText stillDiffers) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolutionRefused(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.refuseProposal();
        }
    }

    /** Both sides agreed or the last word was spoken: everybody is asked before it counts as resolved. */
    record ClosingBegun(Outcome outcome) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closingBegun(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.beginClosing(outcome);
        }
    }

    /** Somebody on the raising side took the case to the next stage. */
    record MovedUp(StageId to, Optional<SharedText> reason) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.movedUp(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.endClosing();
        }
    }

    /** Somebody said, alone, whether the child is still at risk and whether they are satisfied. */
    record ClosingAnswered(PersonId person, StillAtRisk risk, Satisfied satisfied) implements CaseEvent {

        /** Whether the child is still believed to be at risk of serious harm. */
        public enum StillAtRisk {
            NO,
            YES,
            NOT_SURE
        }

        /** Whether somebody is satisfied with how it ended. */
        public enum Satisfied {
            YES,
            PARTLY,
            NO
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closingAnswered(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.answerClosing(this);
        }
    }

    /** The raiser withdrew it; the reason stays in their agency (C-3). */
    record Withdrawn(PrivateNote reason) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.withdrawn(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.withdraw(stamp.number());
        }
    }

    /** Nobody still differs, or every rung is used. */
    record Resolved(Outcome outcome) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolved(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.resolve(outcome);
        }
    }

    /** Nothing is owed any more. */
    record Closed() implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.close(stamp);
        }
    }

    /** What a turn sends to others waits until then and can be taken back. */
    record SendingHeld(Instant until, int messages) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sendingHeld(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            theCase.hold(new Held(stamp.turn(), until, messages));
        }
    }

    /** A turn was taken back before anybody else knew of it. Its events count no more. */
    record Undone(TurnId undone) implements CaseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.undone(this);
        }

        @Override
        public void applyTo(Case theCase, Stamp stamp) {
            // History.replay leaves out the events of the turn that was taken back.
        }
    }

    /** One answer for each kind of event. */
    interface Visitor<R> {
        R caseRaised(CaseRaised event);

        R stagePassed(StagePassed event);

        R stageEntered(StageEntered event);

        R stageDated(StageDated event);

        R calendarChanged(CalendarChanged event);

        R limitPassed(LimitPassed event);

        R stageLeft(StageLeft event);

        R obligationOpened(ObligationOpened event);

        R obligationDated(ObligationDated event);

        R holderChanged(HolderChanged event);

        R discharged(Discharged event);

        R wentLate(WentLate event);

        R nudged(Nudged event);

        R snoozed(Snoozed event);

        R flagRaised(FlagRaised event);

        R conflictDeclared(ConflictDeclared event);

        R riskSaid(RiskSaid event);

        R seen(Seen event);

        R askedWhetherUrgent(AskedWhetherUrgent event);

        R openingChecked(OpeningChecked event);

        R coverOffered(CoverOffered event);

        R coverDeclined(CoverDeclined event);

        R coverPlanned(CoverPlanned event);

        R coverEnded(CoverEnded event);

        R delivered(Delivered event);

        R deliveryDelayed(DeliveryDelayed event);

        R notDelivered(NotDelivered event);

        R takenForward(TakenForward event);

        R reviewDeclined(ReviewDeclined event);

        R agencyTold(AgencyTold event);

        R conferenceHeld(ConferenceHeld event);

        R meetingAsked(MeetingAsked event);

        R questionAsked(QuestionAsked event);

        R questionPassedOn(QuestionPassedOn event);

        R questionAnswered(QuestionAnswered event);

        R agreementGiven(AgreementGiven event);

        R marked(Marked event);

        R dateSuggested(DateSuggested event);

        R dateSet(DateSet event);

        R responded(Responded event);

        R performed(Performed event);

        R decided(Decided event);

        R resolutionProposed(ResolutionProposed event);

        R resolutionConfirmed(ResolutionConfirmed event);

        R resolutionRefused(ResolutionRefused event);

        R closingBegun(ClosingBegun event);

        R movedUp(MovedUp event);

        R closingAnswered(ClosingAnswered event);

        R withdrawn(Withdrawn event);

        R resolved(Resolved event);

        R closed(Closed event);

        R sendingHeld(SendingHeld event);

        R undone(Undone event);
    }
}
