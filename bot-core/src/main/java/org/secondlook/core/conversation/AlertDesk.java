package org.secondlook.core.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Shown.Screen;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;

/**
 * Alerts before there is a case: who is told that somebody needs them now, and what they answer (I-1, I-4). Where nobody
 * answers for ten minutes the next is told, and so is whoever needs them.
 */
final class AlertDesk {

    /** The turn of an alert that nobody has answered yet, beside the answers of whoever needs somebody. */
    static final String UNANSWERED = "I-1.alert";

    private static final Duration UNTIL_THE_NEXT = Duration.ofMinutes(10);

    /** How many people are told, one after the other. */
    private static final int PEOPLE = 3;

    /** More messages than one alert can have. */
    private static final int MESSAGES = 8;

    private final Scene scene;

    AlertDesk(Scene scene) {
        this.scene = scene;
    }

    /** The lead of the person at hand is told that they need them now. */
    Plan telling(TurnId alert) {
        return Plan.show(Shown.plain(Screen.LEAD_TOLD, alert.value())).alerting(toLead());
    }

    /** The person at hand has spoken to somebody: nobody else is asked. They go on where they were. */
    static Plan spoken(Button button) {
        Plan on = Plan.show(button.theCase()
                .map(theCase -> Shown.of(Screen.READ, theCase, "0"))
                .orElseGet(() -> Shown.plain(Screen.HOME)));
        return on.callingOff(of(new TurnId(button.argument())));
    }

    /** What the lead of the person at hand is told, and those after them while nobody answers. */
    List<Plan.Alert> toLead() {
        return oneAfterTheOther(lead(), "I-1a", scene.person().id());
    }

    /** Whom the person at hand needs: their lead, and for the lead whoever comes next. */
    PostId firstToTell() {
        return chain(lead(), scene.person().id()).get(0);
    }

    private PostId lead() {
        return scene.agency(scene.ownPost().orElseThrow().agency()).lead();
    }

    /** Those to alert for the person at hand. */
    List<Plan.Alert> of(Step.Alert whom, Conversation conversation) {
        Post own = scene.ownPost().orElseThrow();
        PostId lead = lead();
        PostId manager = Facts.ownManager(scene, own).post();
        return switch (whom) {
            case LEAD -> toLead();
            case LEAD_TO_RING -> List.of(aboutMe(firstToTell(), "C-7a"));
            case LEAD_OF_PRESSURE -> List.of(aboutMe(lead, "C-3p"));
            case MANAGER_AND_LEAD ->
                Stream.concat(
                                Stream.of(manager)
                                        .filter(post -> !post.equals(lead))
                                        .map(post -> aboutMe(post, "I-4a")),
                                oneAfterTheOther(lead, "I-4a", scene.person().id()).stream())
                        .toList();
            case MANAGER_FOR_A_TALK -> List.of(aboutMe(manager, "P-3t"));
            case SENIOR ->
                conversation
                        .one(Questionnaires.TOPIC)
                        .map(scene.protocol()::topic)
                        .flatMap(new TrackOpening(scene)::senior)
                        .map(senior -> List.of(aboutMe(senior, "D-16n")))
                        .orElse(List.of());
        };
    }

    /** What of an alert is still to be sent, if nobody answers. */
    static List<OutboxId> of(TurnId alert) {
        return IntStream.range(0, MESSAGES).mapToObj(n -> OutboxId.of(alert, n)).toList();
    }

    /** The person at hand needs somebody to talk to, outside any case (C-7). */
    Plan asksToBeRung() {
        return Plan.show(Shown.plain(Screen.PLAIN, "C-7d")).alerting(List.of(aboutMe(firstToTell(), "C-7a")));
    }

    /** The person at hand is ringing: whoever needs them is told, and nobody else is asked. */
    Plan ringing(String argument) {
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1r"))
                .alerting(List.of(toRaiser(inNeed(argument), "I-1s")))
                .callingOff(of(alert(argument)));
    }

    /** The person at hand cannot ring: their deputy is asked, and whoever needs them is told. */
    Plan cannotRing(String argument) {
        List<Plan.Alert> alerts = new ArrayList<>(List.of(toRaiser(inNeed(argument), "I-1n")));
        scene.ownPost()
                .flatMap(Post::deputy)
                .ifPresent(deputy -> alerts.addAll(oneAfterTheOther(deputy, "I-1a", inNeed(argument))));
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1p")).alerting(alerts).callingOff(of(alert(argument)));
    }

    private static PersonId inNeed(String argument) {
        return new PersonId(argument.substring(0, argument.indexOf(' ')));
    }

    private static TurnId alert(String argument) {
        return new TurnId(argument.substring(argument.indexOf(' ') + 1));
    }

    private List<Plan.Alert> oneAfterTheOther(PostId first, String message, PersonId inNeed) {
        List<PostId> chain = chain(first, inNeed);
        List<Plan.Alert> alerts = new ArrayList<>();
        for (int n = 0; n < chain.size(); n++) {
            Duration after = UNTIL_THE_NEXT.multipliedBy(n);
            alerts.add(new Plan.Alert(new Telling.To.ThePost(chain.get(n)), message, inNeed, after));
            if (n > 0) {
                scene.people()
                        .actingPerson(chain.get(n - 1))
                        .ifPresent(silent -> alerts.add(
                                new Plan.Alert(new Telling.To.ThePerson(inNeed), "I-1d", silent.id(), after)));
            }
        }
        return alerts;
    }

    /** Deputies, and where there is none whoever stands above; nobody twice, and whoever needs somebody only if alone. */
    private List<PostId> chain(PostId first, PersonId inNeed) {
        List<PostId> chain = new ArrayList<>();
        Set<PersonId> people = new HashSet<>(Set.of(inNeed));
        Set<PostId> seen = new HashSet<>();
        Optional<PostId> next = Optional.of(first);
        while (next.isPresent() && chain.size() < PEOPLE && seen.add(next.get())) {
            Optional<Person> person = scene.people().actingPerson(next.get());
            if (person.filter(p -> people.add(p.id())).isPresent()) {
                chain.add(next.get());
            }
            next = after(next.get());
        }
        return chain.isEmpty() ? List.of(first) : chain;
    }

    private Optional<PostId> after(PostId post) {
        Post entry = scene.directory().post(post);
        return entry.deputy().or(entry::reportsTo);
    }

    private Plan.Alert aboutMe(PostId post, String message) {
        return new Plan.Alert(
                new Telling.To.ThePost(post), message, scene.person().id());
    }

    private Plan.Alert toRaiser(PersonId raiser, String message) {
        return new Plan.Alert(
                new Telling.To.ThePerson(raiser), message, scene.person().id());
    }
}
