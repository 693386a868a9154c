package org.secondlook.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.message.View;
import org.secondlook.core.story.Ladder;
import org.secondlook.core.story.Story;

/** The real screens of a case from its beginning to its end, with answers as long as they may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryScreensTest {

    private static final String LONG = "Weight has fallen through two centiles and three visits were missed. "
            .repeat(43)
            .strip();

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Map<String, View> views = new LinkedHashMap<>();

    @BeforeAll
    void isPlayed() {
        Story.Actor asha = story.person("asha-patel");
        Story.Actor tom = story.person("tom-reed");
        Story.Actor priya = story.person("priya-shah");
        raise(asha);
        typed(story.person("nadia-khan"));
        story.wait(Duration.ofMinutes(2));
        take(tom);
        story.wait(Duration.ofMinutes(4));
        seen(priya.pressesInMessage("Read it"));
        readsToTheEnd(priya.passesFirstQuestions());
        seen(priya.presses("Explain why the decision stands"));
        seen(priya.enters(
                Map.of(
                        "V-6.based",
                        List.of(LONG),
                        "V-6.mind",
                        List.of(LONG),
                        "G-3",
                        List.of(LONG),
                        "G-3.working",
                        List.of("yes")),
                "Continue"));
        seen(priya.presses("Send to Tom Reed"));
        story.wait(Duration.ofMinutes(2));
        readsToTheEnd(tom.pressesInMessage("Read it"));
        seen(tom.presses("We've agreed"));
        seen(tom.enters(Map.of("Z-1.what", List.of(LONG), "Z-1.outcome", List.of("changed")), "Continue"));
        seen(asha.begins("cases"));
        seen(asha.presses("Open"));
        seen(asha.begins("urgent"));
        seen(asha.begins("help"));
        seen(asha.presses("How this works"));
        seen(asha.types("nothing that anybody would understand"));
        story.until("2026-12-09T18:00");
        story.tellsOfAGap("2026-12-09T12:00");
        views.put("X-8", asha.typesInHold("hello"));
        for (String person : List.of("asha-patel", "tom-reed", "priya-shah", "olu-adeyemi", "joan-price")) {
            story.person(person).messages().forEach(message -> views.put("message " + message.id(), message));
        }
        views.put("message N-1", Ladder.longList());
    }

    @Test
    void allOfThemAreWithinSlacksLimitsWhereverTheyAreShown() {
        assertThat(views).hasSizeGreaterThan(35);
        assertThat(views.values()).allSatisfy(view -> {
            assertThat(BlockKitLimits.faults(BlockKit.modal(view))).isEmpty();
            assertThat(BlockKitLimits.faults(BlockKit.home(view))).isEmpty();
            assertThat(BlockKitLimits.faults(BlockKit.message(view))).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P-0",
                "P-3",
                "P-5",
                "P-5 wrong",
                "P-6",
                "P-8",
                "P-10",
                "P-own",
                "P-13",
                "R-1",
                "M-2q",
                "M-2",
                "M-4",
                "M-4c",
                "V-6",
                "Z-1",
                "Z-1a",
                "H-1",
                "I-2u",
                "W-5",
                "X-8"
            })
    void asModal(String name) {
        Approved.verify(BlockKit.modal(view(name)), named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H"})
    void asHomeTab(String name) {
        Approved.verify(BlockKit.home(view(name)), named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"typed P-0", "typed P-2", "message N-1", "message X-3"})
    void asMessage(String name) {
        Approved.verify(BlockKit.message(view(name)), named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message M-1", "message V-1", "message E-1"})
    void asMessageThatCallsSomebody(String name) {
        Approved.verify(BlockKit.message(view(name), "U0TOMREED01"), named(name));
    }

    private static Options named(String name) {
        return Approvals.NAMES.withParameters(name.replace(' ', '-'));
    }

    private View view(String name) {
        return Optional.ofNullable(views.get(name))
                .orElseThrow(() -> new AssertionError("Expected %s among %s".formatted(name, views.keySet())));
    }

    private void seen(Story.Actor actor) {
        View view = actor.screen();
        views.putIfAbsent(view.hasErrors() ? view.id() + " wrong" : view.id(), view);
    }

    private void readsToTheEnd(Story.Actor actor) {
        seen(actor);
        for (int page = 2; actor.screen().allActions().anyMatch(a -> a.label().equals("Read on")); page++) {
            actor.presses("Read on");
            views.put(actor.screen().id() + " page " + page, actor.screen());
        }
    }

    private void raise(Story.Actor asha) {
        seen(asha.begins(""));
        seen(asha.answers("P-0", "none"));
        seen(asha.answers("P-1", "referral-criteria"));
        seen(asha.answers("P-2", "council"));
        seen(asha.enters(
                Map.of("P-3", List.of("talked"), "P-3.who", List.of("helen-ward"), "P-3.on", List.of("2026-11-30")),
                "Continue"));
        seen(asha.enters(Map.of("P-4", List.of("talked"), "P-4.on", List.of("2026-11-30")), "Continue"));
        seen(asha.enters(Map.of("P-5", List.of("reference"), "P-5.reference", List.of("Sam Patel")), "Continue"));
        seen(asha.enters(
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
        seen(asha.enters(Map.of("P-6", List.of(LONG), "P-6.whose", List.of("post:social-worker")), "Continue"));
        seen(asha.answers("P-7", LONG));
        seen(asha.enters(
                Map.of("P-8", List.of("seen", "record"), "P-8.more", List.of(LONG), "P-14", List.of(LONG)),
                "Continue"));
        seen(asha.answers("P-9", LONG));
        seen(asha.enters(Map.of("P-10", List.of(LONG), "P-11", List.of("2026-12-04")), "Continue"));
        seen(asha.presses("Continue"));
        seen(asha.answers("Q.significant", LONG));
        seen(asha.answers("P-12", "child"));
        seen(asha.presses("Send to Tom Reed"));
    }

    private void typed(Story.Actor nadia) {
        views.put("typed P-0", nadia.types("I have a worry").screen());
        nadia.presses("No");
        nadia.types("1");
        views.put("typed P-2", nadia.screen());
    }

    private void take(Story.Actor tom) {
        seen(tom.pressesInMessage("Read it"));
        readsToTheEnd(tom.passesFirstQuestions());
        seen(tom.presses("Take it to Priya Shah"));
        seen(tom.enters(Map.of("M-4.comment", List.of(LONG), "M-4.note", List.of(LONG)), "Continue"));
        seen(tom.presses("Send to Priya Shah"));
    }
}
