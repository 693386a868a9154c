package org.secondlook.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.AnswerClosing;
import org.secondlook.core.casework.AnswerQuestion;
import org.secondlook.core.casework.AskForMeeting;
import org.secondlook.core.casework.AskQuestion;
import org.secondlook.core.casework.BookMeeting;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.Satisfied;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.casework.CaseEvent.Responded;
import org.secondlook.core.casework.Decide;
import org.secondlook.core.casework.DeclineReview;
import org.secondlook.core.casework.GiveCover;
import org.secondlook.core.casework.MoveUp;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.PassOn;
import org.secondlook.core.casework.Perform;
import org.secondlook.core.casework.PlanCover;
import org.secondlook.core.casework.ProposeResolution;
import org.secondlook.core.casework.RaiseCase;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.RefuseResolution;
import org.secondlook.core.casework.Respond;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.SuggestDate;
import org.secondlook.core.casework.TakeForward;
import org.secondlook.core.casework.Withdraw;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Closing;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Spelling;

/** Turns the answers of a finished conversation into the command that the case decides. */
final class Sendings {

    /** Which of the meetings that a procedure offers is asked for; it is chosen on the screen before. */
    static final String MEETING = "Y-1.meeting";

    /** The post that is asked a question; it is chosen on the screen before. */
    static final String ASKED = "Q-1.to";

    /** The answer to a question. */
    static final String ANSWER = "Q-2a";

    /** The first day of a leave, and the last. */
    static final String LEAVE_FROM = "L-1.from";

    static final String LEAVE_UNTIL = "L-1.until";

    /** Who covers. */
    static final String COVERS = "L-1.who";

    private static final TrackId DISSENT = new TrackId("dissent");

    private final Scene scene;
    private final Conversation conversation;
    private final Answers answers;
    private final Optional<CaseFile> file;

    Sendings(Scene scene, Questionnaire questionnaire, Conversation conversation, Optional<CaseFile> file) {
        this.scene = scene;
        this.conversation = conversation;
        this.file = file;
        this.answers = new Answers(new Flow(questionnaire, conversation, new SceneChoices(scene, file)), conversation);
    }

    /** The command for a case that exists. */
    CaseCommand command() {
        return switch (conversation.task().questionnaire()) {
            case "forward" -> takeForward();
            case "decline" ->
                new DeclineReview(obligation(), answers.own().said("M-3").orElseThrow());
            case "pass-on" ->
                new PassOn(obligation(), SceneChoices.post(one("V-10.who")).map(PostId::new));
            case "give-cover" ->
                new GiveCover(
                        obligation(),
                        new PostId(SceneChoices.post(one("L-5.who")).orElseThrow()));
            case "leave" ->
                new PlanCover(
                        obligation(),
                        date(LEAVE_FROM).orElseThrow(),
                        date(LEAVE_UNTIL).orElseThrow(),
                        new PostId(SceneChoices.post(one(COVERS)).orElseThrow()));
            case "date" -> suggestDate();
            case "respond" -> respond();
            case "resolve" -> resolve();
            case "refuse" -> new RefuseResolution(obligation(), said("Z-3d"));
            case "closing" -> answerClosing();
            case "talk", "consult", "check", "read", "meeting" ->
                new Perform(obligation(), answers.shared(), answers.own());
            case "book" -> new BookMeeting(obligation(), answers.shared());
            case "held" -> decide(onlyOutcome());
            case "decide" -> decide(conversation.one("J-5.outcome").orElse(Decide.RECORDED));
            case "reply" -> decide(one("D-16b.outcome"));
            case "choose" -> decide(one("D-15.outcome"));
            case "ask-meeting" ->
                new AskForMeeting(one(MEETING), scene.ownAgency().orElseThrow(), answers.shared());
            case "ask" -> new AskQuestion(obligation(), new PostId(one(ASKED)), said("Q-1"));
            case "answer" -> new AnswerQuestion(obligation(), said(ANSWER));
            case "withdraw" -> new Withdraw(answers.own().said("C-3.why").orElseThrow());
            case "move-up" -> new MoveUp(obligation(), whyNow());
            default ->
                throw new IllegalStateException(
                        "Expected a questionnaire that can be sent, but found %s".formatted(conversation.task()));
        };
    }

    private CaseCommand decide(String outcome) {
        boolean partner = conversation.answer("J-4.partner").contains("yes");
        return new Decide(obligation(), outcome, answers.shared(), partner ? Set.of(Flag.PARTNER_IS_PARTY) : Set.of());
    }

    /** A meeting that was held has one outcome: what the pack calls it. */
    private String onlyOutcome() {
        Obligation held = file.orElseThrow().theCase().open(obligation()).orElseThrow();
        return scene.protocol()
                .duty(held.stage(), held.duty())
                .flatMap(duty -> duty.outcomes().keySet().stream().findFirst())
                .orElseThrow();
    }

    /** Why it moves: what of the answer is not accepted, and what the mover adds. */
    private Optional<SharedText> whyNow() {
        String why = Stream.of("E-1m.not-accepted", "E-1m.why")
                .flatMap(question -> answers.shared().said(question).stream())
                .map(SharedText::words)
                .collect(Collectors.joining("\n\n"));
        return why.isEmpty() ? Optional.empty() : Optional.of(new SharedText(why));
    }

    /** The command that begins a case. */
    CaseCommand raise(Reference next) {
        Post own = scene.ownPost().orElseThrow();
        Reference reference = isDissent() ? next.asDissent() : next;
        Set<Flag> beside = EnumSet.noneOf(Flag.class);
        if (conversation.answer("P-18").contains("policy")) {
            beside.add(Flag.POLICY_ISSUE);
        }
        if (conversation.answer("P-2c").contains("yes")) {
            beside.add(Flag.SPECIALIST_FACILITY);
        }
        return new RaiseCase(
                reference,
                new RaisedConcern(scene, conversation).of(own, reference),
                answers.shared(),
                answers.own(),
                date("P-3.on"),
                date("P-4.on"),
                conversation.answer("I-1b").contains("spoken"),
                new RaisedConcern(scene, conversation).conference(),
                beside);
    }

    private CaseCommand takeForward() {
        Set<String> withheld = new LinkedHashSet<>();
        Statement statement = file.orElseThrow().theCase().raised().statement();
        withheld.addAll(statement.choices().keySet());
        withheld.addAll(statement.words().keySet());
        withheld.removeAll(conversation.answer("M-4.share"));
        return new TakeForward(
                obligation(),
                withheld,
                answers.shared().said("M-4.comment"),
                answers.own().said("M-4.note"));
    }

    private CaseCommand suggestDate() {
        Instant date = scene.deadlines().calendar().endOf(date("T-2.date").orElseThrow());
        return new SuggestDate(obligation(), date, answers.shared().said("T-2.why"));
    }

    private CaseCommand respond() {
        return new Respond(obligation(), chosen(Responded.Kind.class, "V-2"), answers.shared());
    }

    private CaseCommand resolve() {
        return new ProposeResolution(chosen(Closing.Outcome.class, "Z-1.outcome"), answers.shared());
    }

    private CaseCommand answerClosing() {
        return new AnswerClosing(
                obligation(),
                scene.person().id(),
                chosen(StillAtRisk.class, "Z-9.risk"),
                chosen(Satisfied.class, "Z-9.satisfied"),
                answers.shared(),
                wishes());
    }

    private boolean isDissent() {
        return scene.protocol()
                .trackFor(one(Questionnaires.TOPIC))
                .filter(track -> track.id().equals(DISSENT))
                .isPresent();
    }

    private Set<AnswerClosing.Wish> wishes() {
        Set<AnswerClosing.Wish> wishes = EnumSet.noneOf(AnswerClosing.Wish.class);
        if (conversation.answer("Z-10").contains("yes")) {
            wishes.add(AnswerClosing.Wish.PROTOCOL_REVIEW);
        }
        if (conversation.answer("Z-8").contains("yes")) {
            wishes.add(AnswerClosing.Wish.DEBRIEF);
        }
        return wishes;
    }

    private <E extends Enum<E>> E chosen(Class<E> type, String question) {
        String option = one(question);
        return Spelling.find(option, type)
                .orElseThrow(() -> new IllegalStateException("Expected %s to be answered with one of %s, but found %s"
                        .formatted(question, Spelling.all(type), option)));
    }

    private SharedText said(String question) {
        return answers.shared().said(question).orElseThrow();
    }

    private ObligationId obligation() {
        return conversation.task().obligation().orElseThrow();
    }

    private String one(String question) {
        return conversation
                .one(question)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected conversation %s to have answered %s".formatted(conversation.id(), question)));
    }

    private Optional<LocalDate> date(String question) {
        return conversation.one(question).flatMap(Entered::day);
    }
}
