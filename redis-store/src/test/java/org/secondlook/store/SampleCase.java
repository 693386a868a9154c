package org.secondlook.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.Working;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered;
import org.secondlook.core.casework.CaseEvent.DateSet;
import org.secondlook.core.casework.CaseEvent.HolderChanged;
import org.secondlook.core.casework.CaseEvent.Responded;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.ChildReference;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Deliveries;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.PlannedCover;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.RiskGrade;
import org.secondlook.core.casework.StageVisit;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.routing.Route;

/** A whole case with every type of event in it. Whatever somebody wrote in it contains {@link #CANARY}. */
final class SampleCase {

    /** A word that stands nowhere but in what people wrote. */
    static final String CANARY = "CaneriYnYPwllGlo";

    static final CaseId ID = new CaseId("0193a1b2-7c3d-7e4f-8a5b-9c6d7e8f9a0b");

    private static final PersonId ASHA = new PersonId("asha-patel");
    private static final PersonId TOM = new PersonId("tom-reed");
    private static final PersonId PRIYA = new PersonId("priya-shah");
    private static final AgencyId TRUST = new AgencyId("nhs-trust");
    private static final AgencyId COUNCIL = new AgencyId("council");
    private static final PostId HEALTH_VISITOR = new PostId("health-visitor");
    private static final PostId TEAM_LEAD = new PostId("hv-team-lead");
    private static final PostId TEAM_MANAGER = new PostId("team-manager");
    private static final PostId HEAD = new PostId("head-of-service");
    private static final StageId STEP_1 = new StageId("step-1");
    private static final StageId STEP_2 = new StageId("step-2");
    private static final StageId STEP_3 = new StageId("step-3");
    private static final ObligationId REVIEW = new ObligationId("step-2.review.nhs-trust");
    private static final ObligationId RESPOND = new ObligationId("step-2.respond.council");
    private static final ObligationId QUESTION = new ObligationId("step-2.question.team-lead");
    private static final ObligationId PASSED_ON = new ObligationId("step-2.question.team-lead.2");
    private static final ObligationId DECIDE = new ObligationId("step-3.decide.council");
    static final Instant START = Instant.parse("2026-12-01T10:00:00.123456789Z");

    private final List<Recorded> events = new ArrayList<>();

    private SampleCase() {}

    static History history() {
        return new SampleCase().told();
    }

    private History told() {
        turn("raise", Actor.of(ASHA), raised());
        turn("mistaken", Actor.of(TOM), new CaseEvent.Marked("taken back"));
        turn("undo", Actor.of(TOM), new CaseEvent.Undone(new TurnId("mistaken")));
        turn("forward", Actor.of(TOM), takenForward());
        turn("date", Actor.of(PRIYA), dated());
        turn("calendar.1", Actor.CLOCK, new CaseEvent.CalendarChanged());
        turn("clock.1", Actor.CLOCK, new CaseEvent.Nudged(RESPOND, 2), new CaseEvent.WentLate(RESPOND));
        turn("respond", Actor.of(PRIYA), answered());
        turn("clock.2", Actor.CLOCK, movedUp());
        turn("decide", Actor.of(PRIYA), decided());
        turn("resolve", Actor.of(TOM), resolved());
        return new History(ID, events);
    }

    private void turn(String turn, Actor by, CaseEvent... happened) {
        for (CaseEvent event : happened) {
            int number = events.size() + 1;
            Stamp stamp = new Stamp(number, START.plusSeconds(60L * number), by, new TurnId(turn));
            events.add(new Recorded(stamp, event));
        }
    }

    private static CaseEvent[] raised() {
        Concern concern = new Concern(
                ASHA,
                HEALTH_VISITOR,
                TRUST,
                List.of(COUNCIL),
                Optional.of(new PostId("social-worker")),
                Optional.of(new TeamId("assessment")),
                "referral-criteria",
                List.of(new ChildReference("HV-" + CANARY, TRUST)),
                RiskGrade.NOT_SURE,
                START.plusSeconds(86_400),
                Optional.of(START.plusSeconds(172_800)),
                Optional.empty());
        StageVisit visit = new StageVisit(
                TrackId.LADDER,
                STEP_2,
                START,
                deadline(2, Working.Bound.RULE),
                deadline(1, Working.Bound.NEEDED),
                StageVisit.Entry.RAISED,
                false,
                Optional.empty());
        return new CaseEvent[] {
            new CaseEvent.CaseRaised(
                    new Reference("NS-2026-0143"), new ProtocolId("bradford", 1), concern, said(), noted()),
            new CaseEvent.ConferenceHeld(START.minusSeconds(9_000), START.minusSeconds(3_600)),
            new CaseEvent.FlagRaised(Flag.RISK_NOW),
            new CaseEvent.StagePassed(STEP_1, true, Optional.of(LocalDate.of(2026, 11, 30))),
            new CaseEvent.StageEntered(visit),
            new CaseEvent.ObligationOpened(
                    obligation(REVIEW, Does.REVIEW, TEAM_LEAD, Side.RAISING, new Late.ToDeputy()), Optional.empty()),
            new CaseEvent.SendingHeld(START.plusSeconds(120), 2),
        };
    }

    private static CaseEvent[] takenForward() {
        Late late = new Late.Tell(List.of(
                Who.of(new Who.Term.Lead(Side.RAISING), new Who.Term.AtLevel(Side.OWN, Optional.of(Level.SENIOR))),
                Who.of(new Who.Term.Raiser())));
        Route route =
                new Route(TEAM_MANAGER, Route.Reason.NEXT_LEVEL, "Team manager", Optional.of("Practice supervisor"));
        return new CaseEvent[] {
            new CaseEvent.Seen(TOM),
            new CaseEvent.OpeningChecked(RESPOND, true),
            new CaseEvent.CoverOffered(RESPOND, HEAD),
            new CaseEvent.CoverDeclined(RESPOND),
            new CaseEvent.CoverPlanned(
                    new PlannedCover(HEAD, TEAM_LEAD, LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 18), true)),
            new CaseEvent.CoverEnded(HEAD),
            new CaseEvent.Delivered(RESPOND),
            new CaseEvent.Snoozed(RESPOND, START.plusSeconds(7_200)),
            new CaseEvent.DeliveryDelayed(RESPOND, Deliveries.Delay.LONG),
            new CaseEvent.NotDelivered(new Telling.To.ThePerson(TOM), Optional.of(RESPOND)),
            new CaseEvent.ConflictDeclared(TOM, false),
            new CaseEvent.RiskSaid(TOM, CaseEvent.ClosingAnswered.StillAtRisk.NOT_SURE),
            new CaseEvent.Performed(REVIEW, said(), noted()),
            new CaseEvent.Discharged(REVIEW),
            new CaseEvent.ReviewDeclined(REVIEW, own("Not yet")),
            new CaseEvent.TakenForward(Set.of("P-9"), Optional.of(shared("I share")), Optional.of(own("Our own"))),
            new CaseEvent.AgencyTold(COUNCIL, START.plusSeconds(3_600)),
            new CaseEvent.ObligationOpened(
                    obligation(RESPOND, Does.RESPOND, TEAM_MANAGER, Side.RESPONDING, late), Optional.of(route)),
        };
    }

    private static CaseEvent[] dated() {
        return new CaseEvent[] {
            new CaseEvent.ObligationDated(RESPOND, deadline(3, Working.Bound.RULE), Optional.of(START)),
            new CaseEvent.DateSuggested(COUNCIL, START.plusSeconds(200_000), Optional.of(shared("We need"))),
            new CaseEvent.DateSet(STEP_2, deadline(3, Working.Bound.AGREED), DateSet.How.AGREED),
            new CaseEvent.StageDated(STEP_2, deadline(4, Working.Bound.WHOLE), deadline(3, Working.Bound.AGREED)),
            new CaseEvent.MeetingAsked("mediation", COUNCIL, said()),
            new CaseEvent.AgreementGiven(RESPOND, false),
            new CaseEvent.HolderChanged(RESPOND, HEAD, HolderChanged.Why.CONFLICT),
        };
    }

    private static CaseEvent[] answered() {
        return new CaseEvent[] {
            new CaseEvent.ObligationOpened(
                    obligation(QUESTION, Does.REPLY, TEAM_LEAD, Side.RAISING, new Late.Tell(List.of())),
                    Optional.empty()),
            new CaseEvent.QuestionAsked(RESPOND, QUESTION, shared("Who has seen")),
            new CaseEvent.ObligationOpened(
                    obligation(PASSED_ON, Does.REPLY, TEAM_LEAD, Side.RAISING, new Late.Tell(List.of())),
                    Optional.empty()),
            new CaseEvent.AskedWhetherUrgent(),
            new CaseEvent.QuestionPassedOn(QUESTION, PASSED_ON),
            new CaseEvent.QuestionAnswered(PASSED_ON, shared("Only the school")),
            new CaseEvent.Discharged(PASSED_ON),
            new CaseEvent.Discharged(QUESTION),
            new CaseEvent.Responded(COUNCIL, Responded.Kind.DECISION_STANDS, said()),
            new CaseEvent.Discharged(RESPOND),
        };
    }

    private static CaseEvent[] movedUp() {
        StageVisit visit = new StageVisit(
                TrackId.LADDER,
                STEP_3,
                START.plusSeconds(400_000),
                unknown(),
                unknown(),
                StageVisit.Entry.ADVANCED,
                false,
                Optional.empty());
        return new CaseEvent[] {
            new CaseEvent.LimitPassed(STEP_2),
            new CaseEvent.StageLeft(STEP_2, StageVisit.Exit.LIMIT_PASSED),
            new CaseEvent.MovedUp(STEP_3, Optional.of(shared("Nobody"))),
            new CaseEvent.StageEntered(visit),
            new CaseEvent.ObligationOpened(
                    obligation(DECIDE, Does.DECIDE, HEAD, Side.RESPONDING, new Late.Move(WhenLate.ASK)),
                    Optional.empty()),
        };
    }

    private static CaseEvent[] decided() {
        return new CaseEvent[] {
            new CaseEvent.Decided(DECIDE, "resolved", said()), new CaseEvent.Discharged(DECIDE),
        };
    }

    private CaseEvent[] resolved() {
        int secondProposal = events.size() + 3;
        return new CaseEvent[] {
            new CaseEvent.ResolutionProposed(TRUST, Outcome.PARTLY, said()),
            new CaseEvent.ResolutionRefused(COUNCIL, shared("We still differ")),
            new CaseEvent.ResolutionProposed(TRUST, Outcome.CHANGED, said()),
            new CaseEvent.ResolutionConfirmed(COUNCIL, secondProposal),
            new CaseEvent.ClosingBegun(Outcome.CHANGED),
            new CaseEvent.ClosingAnswered(ASHA, ClosingAnswered.StillAtRisk.NOT_SURE, ClosingAnswered.Satisfied.PARTLY),
            new CaseEvent.StageLeft(STEP_3, StageVisit.Exit.AGREED),
            new CaseEvent.Withdrawn(own("They moved")),
            new CaseEvent.Resolved(Outcome.CHANGED),
            new CaseEvent.Marked("late answer"),
            new CaseEvent.Closed(),
        };
    }

    private static Obligation obligation(ObligationId id, Does does, PostId holder, Side side, Late late) {
        return new Obligation(
                id,
                new DutyId(does.name().toLowerCase(Locale.ROOT)),
                does,
                Optional.of(does == Does.DECIDE ? STEP_3 : STEP_2),
                holder,
                side == Side.RAISING ? TRUST : COUNCIL,
                side,
                Optional.of(rule()),
                Optional.empty(),
                unknown(),
                List.of(new DutyId("talk")),
                late,
                does == Does.DECIDE);
    }

    private static ClockRule rule() {
        return new ClockRule(
                "answer",
                ClockRule.Agreement.AT_MOST,
                2,
                ClockRule.Unit.WORKING_DAY,
                Anchor.done(new DutyId("talk")),
                true,
                false);
    }

    private static Deadline deadline(int days, Working.Bound bound) {
        Instant by = START.plusSeconds(86_400L * days);
        Working working = new Working(rule(), Optional.of(START), List.of(LocalDate.of(2026, 12, 25)), bound);
        return new Deadline(Optional.of(by), Optional.of(by.plusSeconds(1)), working);
    }

    private static Deadline unknown() {
        return new Deadline(
                Optional.empty(),
                Optional.empty(),
                new Working(rule(), Optional.empty(), List.of(), Working.Bound.RULE));
    }

    /** Questions in the order in which they are asked, which is not that of the alphabet. */
    private static Statement said() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        choices.put("P-8", List.of("seen", "record"));
        choices.put("P-0", List.of("not-sure"));
        Map<String, SharedText> words = new LinkedHashMap<>();
        words.put("P-9", shared("Mae'r babi'n colli pwysau: ŵ \"€\""));
        words.put("P-6", shared("Closed\nwithout an assessment"));
        return new Statement(choices, words);
    }

    private static OwnNotes noted() {
        return new OwnNotes(Map.of("M-3", List.of("spoken")), Map.of("M-4.note", own("Not for the other agency")));
    }

    /** The same, but whatever somebody wrote for others to read is that long. */
    static History withLongWords(int letters) {
        Random random = new Random(letters);
        return new History(
                ID,
                history().events().stream()
                        .map(recorded -> new Recorded(recorded.stamp(), lengthened(recorded.event(), letters, random)))
                        .toList());
    }

    private static CaseEvent lengthened(CaseEvent event, int letters, Random random) {
        if (event instanceof CaseEvent.CaseRaised raised) {
            return new CaseEvent.CaseRaised(
                    raised.reference(),
                    raised.protocol(),
                    raised.concern(),
                    lengthened(raised.statement(), letters, random),
                    raised.notes());
        }
        if (event instanceof CaseEvent.Performed performed) {
            return new CaseEvent.Performed(
                    performed.obligation(), lengthened(performed.statement(), letters, random), performed.notes());
        }
        return event;
    }

    private static Statement lengthened(Statement statement, int letters, Random random) {
        Map<String, SharedText> words = new LinkedHashMap<>();
        statement
                .words()
                .keySet()
                .forEach(question -> words.put(
                        question,
                        new SharedText(random.ints(letters, 'a', 'z' + 1)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())));
        return new Statement(statement.choices(), words);
    }

    private static SharedText shared(String words) {
        return new SharedText(words + " " + CANARY);
    }

    private static PrivateNote own(String words) {
        return new PrivateNote(words + " " + CANARY);
    }
}
