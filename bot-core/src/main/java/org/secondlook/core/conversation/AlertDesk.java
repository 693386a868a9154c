package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.conversation.Shown.Screen;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;

/** Alerts before there is a case: who is told that somebody needs them now, and what they answer (I-1, I-4). */
final class AlertDesk {

    private final Scene scene;

    AlertDesk(Scene scene) {
        this.scene = scene;
    }

    /** Those to alert for the person at hand. */
    List<Plan.Alert> of(Step.Alert whom, Conversation conversation) {
        Post own = scene.ownPost().orElseThrow();
        PostId lead = scene.agency(own.agency()).lead();
        PostId manager = Facts.ownManager(scene, own).post();
        return switch (whom) {
            case LEAD -> List.of(aboutMe(lead, "I-1a"));
            case LEAD_OF_PRESSURE -> List.of(aboutMe(lead, "C-3p"));
            case MANAGER_AND_LEAD ->
                manager.equals(lead)
                        ? List.of(aboutMe(lead, "I-4a"))
                        : List.of(aboutMe(manager, "I-4a"), aboutMe(lead, "I-4a"));
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

    /** The person at hand is ringing: whoever needs them is told. */
    Plan ringing(PersonId raiser) {
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1r")).alerting(List.of(toRaiser(raiser, "I-1s")));
    }

    /** The person at hand cannot ring: their deputy is asked, and whoever needs them is told. */
    Plan cannotRing(PersonId raiser) {
        List<Plan.Alert> alerts = new ArrayList<>();
        Optional<PostId> deputy = scene.ownPost().flatMap(Post::deputy);
        deputy.ifPresent(post -> alerts.add(new Plan.Alert(new Telling.To.ThePost(post), "I-1a", raiser)));
        alerts.add(toRaiser(raiser, "I-1n"));
        return Plan.show(Shown.plain(Screen.PLAIN, "I-1p")).alerting(alerts);
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
