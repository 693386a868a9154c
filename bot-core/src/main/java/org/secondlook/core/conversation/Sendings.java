package org.secondlook.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.AnswerClosing;
import org.secondlook.core.casework.CaseCommand;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.Satisfied;
import org.secondlook.core.casework.CaseEvent.ClosingAnswered.StillAtRisk;
import org.secondlook.core.casework.CaseEvent.Responded;
import org.secondlook.core.casework.ChildReference;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Decide;
import org.secondlook.core.casework.MoveUp;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Perform;
import org.secondlook.core.casework.ProposeResolution;
import org.secondlook.core.casework.RaiseCase;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.RefuseResolution;
import org.secondlook.core.casework.Respond;
import org.secondlook.core.casework.RiskGrade;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.SuggestDate;
import org.secondlook.core.casework.TakeForward;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.protocol.Closing;
import org.secondlook.core.yaml.Spelling;

/** Turns the answers of a finished conversation into the command that the case decides. */
final class Sendings {

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
            case "date" -> suggestDate();
            case "respond" -> respond();
            case "resolve" -> resolve();
            case "refuse" ->
                new RefuseResolution(obligation(), answers.shared().said("Z-3d").orElseThrow());
            case "closing" -> answerClosing();
            case "talk" -> new Perform(obligation(), answers.shared(), answers.own());
            case "decide" -> new Decide(obligation(), one("J-5.outcome"), answers.shared());
            case "move-up" -> new MoveUp(obligation(), answers.shared().said("E-1m.why"));
            default ->
                throw new IllegalStateException(
                        "Expected a questionnaire that can be sent, but found %s".formatted(conversation.task()));
        };
    }

    /** The command that begins a case. */
    CaseCommand raise(Reference reference) {
        Post own = scene.ownPost().orElseThrow();
        return new RaiseCase(
                reference,
                concern(own, reference),
                answers.shared(),
                answers.own(),
                date("P-3.on"),
                date("P-4.on"),
                conversation.answer("I-1b").contains("spoken"));
    }

    private Concern concern(Post own, Reference reference) {
        RiskGrade risk = chosen(RiskGrade.class, "P-0");
        Optional<String> whose = conversation.one("P-6.whose");
        return new Concern(
                scene.person().id(),
                own.id(),
                own.agency(),
                List.of(new AgencyId(one(SceneChoices.RESPONDING))),
                whose.flatMap(SceneChoices::post).map(PostId::new),
                whose.flatMap(SceneChoices::team).map(TeamId::new),
                one("P-1"),
                List.of(child(own, reference)),
                risk,
                neededBy(risk),
                risk.isToday() ? Optional.of(neededBy(risk)) : Optional.empty(),
                date("P-4.on").map(this::startOf));
    }

    /** The child's number in an agency's records; where the raiser has none, the reference of the case stands for it. */
    private ChildReference child(Post own, Reference reference) {
        return conversation
                .one("P-5.reference")
                .map(number -> new ChildReference(number, new AgencyId(one("P-5.agency"))))
                .orElseGet(() -> new ChildReference(reference.value(), own.agency()));
    }

    private Instant neededBy(RiskGrade risk) {
        LocalDate day = risk.isToday() ? scene.today() : date("P-11").orElse(scene.today());
        return new AnswerDates(scene).instant(day);
    }

    private Instant startOf(LocalDate day) {
        Instant start = WorkingCalendar.at(day, LocalTime.of(9, 0));
        return start.isBefore(scene.now()) ? start : scene.now();
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
                chosen(Satisfied.class, "Z-9.satisfied"));
    }

    private <E extends Enum<E>> E chosen(Class<E> type, String question) {
        String option = one(question);
        return Spelling.find(option, type)
                .orElseThrow(() -> new IllegalStateException("Expected %s to be answered with one of %s, but found %s"
                        .formatted(question, Spelling.all(type), option)));
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
        return conversation.one(question).map(LocalDate::parse);
    }
}
