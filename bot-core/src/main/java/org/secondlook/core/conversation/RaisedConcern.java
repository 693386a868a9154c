package org.secondlook.core.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.CaseEvent.ConferenceHeld;
import org.secondlook.core.casework.ChildReference;
import org.secondlook.core.casework.Concern;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.RiskGrade;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.yaml.Spelling;

/** The facts of a case that decide where it goes and by when, read from the answers of whoever raises it. */
final class RaisedConcern {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** The role of whoever leads a conference, and records a dissent from it. */
    private static final String CHAIR = "conference-chair";

    private final Scene scene;
    private final Conversation conversation;

    RaisedConcern(Scene scene, Conversation conversation) {
        this.scene = scene;
        this.conversation = conversation;
    }

    Concern of(Post own, Reference reference) {
        RiskGrade risk = risk();
        Optional<String> whose = conversation.one("P-6.whose");
        List<AgencyId> responding = responding();
        return new Concern(
                scene.person().id(),
                own.id(),
                own.agency(),
                responding,
                whose.flatMap(SceneChoices::post).map(PostId::new).or(() -> chair(responding)),
                whose.flatMap(SceneChoices::team).map(TeamId::new),
                one(Questionnaires.TOPIC),
                children(own, reference),
                risk,
                neededBy(risk),
                childsDate(risk),
                date("P-4.on").map(this::startOf));
    }

    /** The conference it is about, with its beginning and its end. */
    Optional<ConferenceHeld> conference() {
        return date("D-3.on")
                .flatMap(day -> time("D-3.began")
                        .flatMap(began -> time("D-3.ended")
                                .map(ended -> new ConferenceHeld(
                                        WorkingCalendar.at(day, began), WorkingCalendar.at(day, ended)))));
    }

    /** The agencies it is about; what is about no agency goes to the partnership's office. */
    List<AgencyId> responding() {
        Set<AgencyId> responding = new LinkedHashSet<>();
        Stream.of(SceneChoices.RESPONDING, "P-2b", "P-2c.responsible", "P-2c.host", "D-3.council", "D-16.council")
                .flatMap(question -> conversation.answer(question).stream())
                .filter(agency -> !agency.equals(SceneChoices.UNKNOWN))
                .map(AgencyId::new)
                .forEach(responding::add);
        if (responding.isEmpty()) {
            scene.directory().agencies().stream()
                    .filter(agency -> agency.kind() == Agency.Kind.PARTNERSHIP_OFFICE)
                    .map(Agency::id)
                    .forEach(responding::add);
        }
        return List.copyOf(responding);
    }

    private RiskGrade risk() {
        String answer = one("P-0");
        return Spelling.find(answer, RiskGrade.class)
                .orElseThrow(() -> new IllegalStateException("Expected a grade of risk, but found " + answer));
    }

    private Optional<PostId> chair(List<AgencyId> responding) {
        boolean chaired = conversation.one("D-3.council").isPresent()
                && scene.protocol().roles().containsKey(CHAIR);
        return chaired ? scene.router().role(CHAIR, responding).map(route -> route.post()) : Optional.empty();
    }

    /** The child's number in an agency's records; where the raiser has none, the reference of the case stands for it. */
    private List<ChildReference> children(Post own, Reference reference) {
        List<ChildReference> children = new ArrayList<>();
        for (int round = 1; child("D-5a", round).isPresent(); round++) {
            child("D-5a", round).ifPresent(children::add);
        }
        child("P-5", 1).ifPresent(children::add);
        if (conversation.answer("P-5").contains("none")) {
            children.add(new ChildReference(reference.value(), own.agency()));
        }
        return children;
    }

    private Optional<ChildReference> child(String screen, int round) {
        Optional<AgencyId> agency =
                conversation.one(Conversation.key(screen + ".agency", round)).map(AgencyId::new);
        return conversation
                .one(Conversation.key(screen + ".reference", round))
                .flatMap(number -> agency.map(holder -> new ChildReference(number, holder)));
    }

    private Instant neededBy(RiskGrade risk) {
        LocalDate day = risk.isToday()
                ? scene.today()
                : date("P-11").orElseGet(() -> scene.deadlines().calendar().workingDayAfter(scene.today(), 1));
        return new AnswerDates(scene).instant(day);
    }

    /** The date that protects the child shortens every limit; what is needed today is needed today. */
    private Optional<Instant> childsDate(RiskGrade risk) {
        return risk.isToday()
                ? Optional.of(neededBy(risk))
                : date("P-16.on").map(day -> new AnswerDates(scene).instant(day));
    }

    private Instant startOf(LocalDate day) {
        Instant start = WorkingCalendar.at(day, MORNING);
        return start.isBefore(scene.now()) ? start : scene.now();
    }

    private Optional<LocalTime> time(String question) {
        return conversation.one(question).flatMap(Entered::time);
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
