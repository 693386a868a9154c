package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.message.Words;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.yaml.Spelling;

/** What has happened in a case, in plain sentences with times. It quotes nobody. */
final class Timeline {

    private final Scene scene;
    private final CaseFile file;
    private final Part part;

    Timeline(Scene scene, CaseFile file, Part part) {
        this.scene = scene;
        this.file = file;
        this.part = part;
    }

    /** A line for each thing that happened and was not taken back, the latest last. */
    List<Words> lines() {
        Set<TurnId> undone = file.history().events().stream()
                .map(Recorded::event)
                .filter(CaseEvent.Undone.class::isInstance)
                .map(event -> ((CaseEvent.Undone) event).undone())
                .collect(Collectors.toSet());
        List<Words> lines = new ArrayList<>();
        for (Recorded recorded : file.history().events()) {
            if (!undone.contains(recorded.stamp().turn()) && file.isReleased(recorded.stamp(), scene)) {
                recorded.event().accept(new Sentence(recorded)).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** The sentence for an event; none for what is of no use to a reader. */
    private final class Sentence implements CaseEvent.Visitor<Optional<Words>> {

        private final Recorded recorded;

        Sentence(Recorded recorded) {
            this.recorded = recorded;
        }

        @Override
        public Optional<Words> caseRaised(CaseEvent.CaseRaised event) {
            return say("raised");
        }

        @Override
        public Optional<Words> stagePassed(CaseEvent.StagePassed event) {
            return say(event.done() ? "stage-done" : "stage-not-done", "stage", title(event.stage()));
        }

        @Override
        public Optional<Words> stageEntered(CaseEvent.StageEntered event) {
            return say("stage-entered", "stage", title(event.visit().stage()));
        }

        @Override
        public Optional<Words> stageDated(CaseEvent.StageDated event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> calendarChanged(CaseEvent.CalendarChanged event) {
            return say("calendar-changed");
        }

        @Override
        public Optional<Words> limitPassed(CaseEvent.LimitPassed event) {
            return say("limit-passed", "stage", title(event.stage()));
        }

        @Override
        public Optional<Words> stageLeft(CaseEvent.StageLeft event) {
            return say("stage-left-" + Spelling.of(event.how()), "stage", title(event.stage()));
        }

        @Override
        public Optional<Words> obligationOpened(CaseEvent.ObligationOpened event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> obligationDated(CaseEvent.ObligationDated event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> holderChanged(CaseEvent.HolderChanged event) {
            boolean cover = event.why() == CaseEvent.HolderChanged.Why.COVER;
            return !mayKnowOf(event.obligation()) || (cover && isSaid())
                    ? Optional.empty()
                    : say(
                            cover ? "cover-given" : "holder-changed",
                            "holder",
                            scene.people().withTitle(event.to()));
        }

        @Override
        public Optional<Words> discharged(CaseEvent.Discharged event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> wentLate(CaseEvent.WentLate event) {
            return mayKnowOf(event.obligation()) ? say("went-late") : Optional.empty();
        }

        @Override
        public Optional<Words> nudged(CaseEvent.Nudged event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> snoozed(CaseEvent.Snoozed event) {
            return mayKnowOf(event.obligation())
                    ? say("snoozed", "until", scene.moments().absolute(event.until()))
                    : Optional.empty();
        }

        @Override
        public Optional<Words> flagRaised(CaseEvent.FlagRaised event) {
            return say("flag-" + Spelling.of(event.flag()));
        }

        @Override
        public Optional<Words> conflictDeclared(CaseEvent.ConflictDeclared event) {
            return Optional.empty();
        }

        /** Risk is a matter of each agency's own leads: the others see that the case is moved up, if it is. */
        @Override
        public Optional<Words> riskSaid(CaseEvent.RiskSaid event) {
            boolean own = scene.router().postsActedFor(event.person()).stream()
                    .map(post -> scene.directory().post(post).agency())
                    .anyMatch(part.agency()::equals);
            return own ? say("risk-said-" + Spelling.of(event.answer())) : Optional.empty();
        }

        @Override
        public Optional<Words> seen(CaseEvent.Seen event) {
            return say("seen");
        }

        @Override
        public Optional<Words> askedWhetherUrgent(CaseEvent.AskedWhetherUrgent event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> openingChecked(CaseEvent.OpeningChecked event) {
            return event.opened() || !isOfTheirSide(event.obligation()) ? Optional.empty() : say("not-opened");
        }

        @Override
        public Optional<Words> coverOffered(CaseEvent.CoverOffered event) {
            return isOfTheirSide(event.obligation()) ? say("cover-offered") : Optional.empty();
        }

        @Override
        public Optional<Words> coverDeclined(CaseEvent.CoverDeclined event) {
            return isOfTheirSide(event.obligation()) ? say("cover-declined") : Optional.empty();
        }

        @Override
        public Optional<Words> coverPlanned(CaseEvent.CoverPlanned event) {
            boolean own = scene.directory().post(event.plan().away()).agency().equals(part.agency());
            return own
                    ? say(
                            event.plan().agreed() ? "cover-agreed" : "cover-asked",
                            "holder",
                            scene.people().withTitle(event.plan().by()),
                            "covered",
                            scene.people().holding(event.plan().away()),
                            "from",
                            scene.moments().day(event.plan().from()),
                            "until",
                            scene.moments().day(event.plan().until()))
                    : Optional.empty();
        }

        @Override
        public Optional<Words> coverEnded(CaseEvent.CoverEnded event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> delivered(CaseEvent.Delivered event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> deliveryDelayed(CaseEvent.DeliveryDelayed event) {
            return say("delivery-delayed-" + Spelling.of(event.delay()));
        }

        @Override
        public Optional<Words> notDelivered(CaseEvent.NotDelivered event) {
            return say("not-delivered", "who", scene.people().named(event.to()));
        }

        @Override
        public Optional<Words> takenForward(CaseEvent.TakenForward event) {
            return say("taken-forward");
        }

        @Override
        public Optional<Words> reviewDeclined(CaseEvent.ReviewDeclined event) {
            return part.side() == Side.RAISING ? say("review-declined") : Optional.empty();
        }

        @Override
        public Optional<Words> agencyTold(CaseEvent.AgencyTold event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> conferenceHeld(CaseEvent.ConferenceHeld event) {
            return say("conference-held", "when", scene.moments().absolute(event.ended()));
        }

        @Override
        public Optional<Words> meetingAsked(CaseEvent.MeetingAsked event) {
            return say(
                    "meeting-asked",
                    "meeting",
                    scene.protocol().offer(event.offer()).title());
        }

        @Override
        public Optional<Words> questionAsked(CaseEvent.QuestionAsked event) {
            return mayKnowOf(event.reply()) ? say("question-asked") : Optional.empty();
        }

        @Override
        public Optional<Words> questionPassedOn(CaseEvent.QuestionPassedOn event) {
            return mayKnowOf(event.reply()) ? say("question-passed-on") : Optional.empty();
        }

        @Override
        public Optional<Words> questionAnswered(CaseEvent.QuestionAnswered event) {
            return mayKnowOf(event.reply()) ? say("question-answered") : Optional.empty();
        }

        @Override
        public Optional<Words> agreementGiven(CaseEvent.AgreementGiven event) {
            return say(event.agreed() ? "agreement-given" : "agreement-not-given");
        }

        @Override
        public Optional<Words> marked(CaseEvent.Marked event) {
            return say("marked", "mark", event.phrase());
        }

        @Override
        public Optional<Words> dateSuggested(CaseEvent.DateSuggested event) {
            return say("date-suggested", "date", scene.moments().absolute(event.date()));
        }

        @Override
        public Optional<Words> dateSet(CaseEvent.DateSet event) {
            String date =
                    event.limit().remindBy().map(scene.moments()::absolute).orElse("");
            return say("date-" + Spelling.of(event.how()), "date", date);
        }

        @Override
        public Optional<Words> responded(CaseEvent.Responded event) {
            return say("responded");
        }

        @Override
        public Optional<Words> performed(CaseEvent.Performed event) {
            return say("performed");
        }

        @Override
        public Optional<Words> decided(CaseEvent.Decided event) {
            return say("decided");
        }

        @Override
        public Optional<Words> resolutionProposed(CaseEvent.ResolutionProposed event) {
            return say("resolution-proposed");
        }

        @Override
        public Optional<Words> resolutionConfirmed(CaseEvent.ResolutionConfirmed event) {
            return say("resolution-confirmed");
        }

        @Override
        public Optional<Words> resolutionRefused(CaseEvent.ResolutionRefused event) {
            return say("resolution-refused");
        }

        @Override
        public Optional<Words> closingBegun(CaseEvent.ClosingBegun event) {
            return say("closing-begun");
        }

        @Override
        public Optional<Words> movedUp(CaseEvent.MovedUp event) {
            return say("moved-up", "stage", title(event.to()));
        }

        @Override
        public Optional<Words> closingAnswered(CaseEvent.ClosingAnswered event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> withdrawn(CaseEvent.Withdrawn event) {
            return say("withdrawn");
        }

        @Override
        public Optional<Words> resolved(CaseEvent.Resolved event) {
            return say("resolved", "outcome", scene.wording().say("outcome." + Spelling.of(event.outcome())));
        }

        @Override
        public Optional<Words> closed(CaseEvent.Closed event) {
            return say("closed");
        }

        @Override
        public Optional<Words> sendingHeld(CaseEvent.SendingHeld event) {
            return Optional.empty();
        }

        @Override
        public Optional<Words> undone(CaseEvent.Undone event) {
            return Optional.empty();
        }

        private boolean mayKnowOf(ObligationId id) {
            return file.theCase()
                    .obligation(id)
                    .filter(owed -> scene.mayKnowOf(owed) && part.mayKnowOf(file.theCase(), owed))
                    .isPresent();
        }

        /** Whether the line before says it already: what goes over together is one thing to a reader. */
        private boolean isSaid() {
            Recorded before = file.history().events().get(recorded.stamp().number() - 2);
            return before.stamp().turn().equals(recorded.stamp().turn())
                    && before.event().getClass().equals(recorded.event().getClass());
        }

        /** Who is there and who is not is for an agency itself to know. */
        private boolean isOfTheirSide(ObligationId id) {
            return file.theCase()
                    .obligation(id)
                    .filter(owed -> part.agency().equals(owed.agency()))
                    .isPresent();
        }

        private Optional<Words> say(String key, String... arguments) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("at", scene.moments().at(recorded.stamp().at()));
            facts.put(
                    "by",
                    recorded.stamp()
                            .by()
                            .person()
                            .map(scene.people()::name)
                            .orElseGet(() -> scene.wording().say("who.clock")));
            for (int i = 0; i < arguments.length; i += 2) {
                facts.put(arguments[i], arguments[i + 1]);
            }
            return Optional.of(scene.wording().words("event." + key, facts));
        }

        private String title(StageId stage) {
            return scene.protocol().stage(stage).title();
        }
    }
}
