package org.secondlook.teams.card;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.core.message.View;
import org.secondlook.core.story.Ladder;
import org.secondlook.core.story.Story;

/** The views of a whole case, from raised to closed, as the core draws them: the first of each id. */
final class RealScreens {

    private final Map<String, View> views = new LinkedHashMap<>();
    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor priya = story.person("priya-shah");

    private RealScreens() {}

    static Map<String, View> all() {
        RealScreens screens = new RealScreens();
        screens.play();
        return screens.views;
    }

    private void play() {
        wordsAtAnyTime();
        ashaRaises();
        tomTakesItForward();
        priyaAnswers();
        tomProposes();
        bothConfirmAndClose();
        keep(asha.begins("cases"));
        views.put("N-1", Ladder.longList());
        somethingWentWrong();
    }

    private void somethingWentWrong() {
        asha.begins("");
        story.tellsOfAGap("2026-12-01T09:00");
        keep(asha.typesInHold("hello"));
        keep(asha);
    }

    private void wordsAtAnyTime() {
        for (String word : List.of("hello", "help", "urgent", "cases")) {
            keep(priya.types(word));
        }
        priya.types("help");
        keep(priya.presses("How this works"));
        keep(priya.types("raise"));
        keep(priya.types("something else"));
        keep(priya.types("who"));
        keep(priya.types("cancel"));
        keep(priya.presses("Delete"));
    }

    private void ashaRaises() {
        keep(asha.begins(""));
        keep(asha.answers("P-0"));
        keep(asha.answers("P-0", "now"));
        keep(asha.presses("Tell"));
        keep(asha.presses("Back"));
        keep(asha.presses("Back"));
        keep(asha.answers("P-0", "none"));
        keep(asha.answers("P-1", "referral-criteria"));
        keep(asha.answers("P-2", "council"));
        keep(asha.enters(
                Map.of("P-3", List.of("talked"), "P-3.who", List.of("helen-ward"), "P-3.on", List.of("2026-11-30")),
                "Continue"));
        keep(asha.enters(Map.of("P-4", List.of("talked"), "P-4.on", List.of("2026-11-30")), "Continue"));
        keep(asha.presses("Save"));
        keep(asha.begins(""));
        keep(asha.presses("Carry on"));
        keep(asha.enters(
                Map.of(
                        "P-5",
                        List.of("reference"),
                        "P-5.reference",
                        List.of("HV-20931"),
                        "P-5.agency",
                        List.of("nhs-trust"),
                        "G-3",
                        List.of("The health visitor calls each week."),
                        "G-3.working",
                        List.of("yes")),
                "Continue"));
        keep(asha.enters(
                Map.of("P-6", List.of("The referral was closed."), "P-6.whose", List.of("post:social-worker")),
                "Continue"));
        keep(asha.answers("P-7", "Weight has fallen through two centiles and three visits were missed."));
        keep(asha.enters(
                Map.of(
                        "P-8", List.of("seen", "record"),
                        "P-8.more", List.of("Growth chart."),
                        "P-14", List.of("Level 3 of the continuum.")),
                "Continue"));
        keep(asha.answers("P-9", "The baby is losing weight each week."));
        keep(asha.enters(
                Map.of("P-10", List.of("An assessment this week."), "P-11", List.of("2026-12-04")), "Continue"));
        keep(asha.presses("Continue"));
        keep(asha.answers("Q.significant", "Nobody else sees the child each week."));
        keep(asha.answers("P-12", "child"));
        keep(asha.presses("Send to Tom Reed"));
        story.wait(Duration.ofMinutes(2));
    }

    private void tomTakesItForward() {
        keep(tom.pressesInMessage("Read it"));
        keep(tom.passesFirstQuestions());
        keep(tom.presses("See the case"));
        keep(tom.pressesInMessage("Read it"));
        keep(tom.presses("Take it to Priya Shah"));
        keep(tom.enters(Map.of("M-4.comment", List.of("I share this worry.")), "Continue"));
        keep(tom.presses("Send to Priya Shah"));
        story.wait(Duration.ofMinutes(2));
    }

    private void priyaAnswers() {
        keep(priya.pressesInMessage("I've seen this"));
        keep(priya.pressesInMessage("Read it"));
        keep(priya.passesFirstQuestions());
        keep(priya.presses("Meet or call"));
        keep(priya.pressesInMessage("Read it"));
        keep(priya.presses("Suggest another date"));
        keep(priya.presses("Save"));
        keep(priya.pressesInMessage("Read it"));
        keep(priya.presses("Agree 5pm on Friday"));
        keep(priya.presses("Agree to a change"));
        keep(priya.enters(
                Map.of(
                        "V-4.what",
                        List.of("We will see the family this week."),
                        "V-4.by",
                        List.of("2026-12-04"),
                        "G-3",
                        List.of("The health visitor calls each week."),
                        "G-3.working",
                        List.of("yes")),
                "Continue"));
        keep(priya.presses("Send to Tom Reed"));
        story.wait(Duration.ofMinutes(2));
    }

    private void tomProposes() {
        keep(tom.pressesInMessage("Read it"));
        keep(tom.presses("We've agreed"));
        keep(tom.enters(
                Map.of("Z-1.what", List.of("The family is seen this week."), "Z-1.outcome", List.of("changed")),
                "Continue"));
        keep(tom.enters(
                Map.of(
                        "Z-1a.action", List.of("Visit the family at home"),
                        "Z-1a.who", List.of("Dan Moore"),
                        "Z-1a.agency", List.of("council"),
                        "Z-1a.on", List.of("2026-12-04")),
                "Continue"));
        keep(tom.enters(Map.of("Z-1b.worked", List.of("A visit has taken place.")), "Continue"));
        keep(tom.presses("Send to Priya Shah"));
        story.wait(Duration.ofMinutes(2));
    }

    private void bothConfirmAndClose() {
        keep(priya.pressesInMessage("Read it"));
        keep(priya.presses("Yes, this is what we agreed"));
        story.wait(Duration.ofMinutes(2));
        keep(asha.pressesInMessage("Answer two questions"));
        keep(asha.enters(Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes")), "Record my answer"));
    }

    /** What the person sees now, and what was sent to them before. */
    private void keep(Story.Actor person) {
        person.messages().forEach(this::keep);
        keep(person.screen());
    }

    private void keep(View view) {
        String id = view.hasErrors() ? view.id() + "-error" : view.id();
        views.putIfAbsent(id, view);
    }
}
