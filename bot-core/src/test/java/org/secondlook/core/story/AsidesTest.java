package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A word from the bot that somebody's own words call for: it stands in nobody's way, and comes once (I-3, C-7, C-8, C-9). */
class AsidesTest {

    private static final String URGENT = "He had bruises on both arms this morning.";

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");
    private final Story.Actor helen = story.person("helen-ward");
    private final Story.Actor priya = story.person("priya-shah");

    @Nested
    class SomethingUrgent {

        @Test
        void isAskedAfterOnceAndTheAnswerIsKept() {
            begun();
            writes(URGENT);

            assertThat(asha.screen().id()).isEqualTo("I-3");
            assertThat(PlainText.of(asha.screen())).doesNotContain("bruises");
            asha.presses("No, it is being dealt with");
            assertThat(asha.screen().id()).isEqualTo("P-7");
            asha.answers("P-7", "The knife was on the table.");
            assertThat(asha.screen().id()).isEqualTo("P-8");
            asha.presses("Back").presses("Back");
            assertThat(PlainText.of(asha.screen())).contains(URGENT);
        }

        @Test
        void leadsToWhomToRingAndOnToTheNextQuestion() {
            begun();
            writes(URGENT);
            asha.presses("Yes, show me who to ring");

            assertThat(PlainText.of(asha.screen())).contains("999", "Helen Ward");
            asha.presses("Carry on");
            assertThat(asha.screen().id()).isEqualTo("P-7");
            assertThat(helen.messages()).isEmpty();
        }

        @Test
        void canBeChangedBackToWhatWasWritten() {
            begun();
            writes(URGENT);
            asha.presses("Back");

            assertThat(asha.screen().id()).isEqualTo("P-6");
            assertThat(PlainText.of(asha.screen())).contains(URGENT);
        }

        @Test
        void isAskedAfterOnTheTypedPathToo() {
            begunByTyping().types(URGENT).types("I don't know");

            assertThat(asha.screen().id()).isEqualTo("I-3");
            asha.types("2");
            assertThat(asha.screen().id()).isEqualTo("P-7");
        }

        @Test
        void isNotAskedOfWhoeverHasSaidThatItCannotWait() {
            asha.begins("").answers("P-0", "now").presses("I've already rung").answers("I-1b", "not-yet");
            asha.answers("P-1", "service").answers("P-2", "council").enters(ShortConcern.child("none"), "Continue");
            writes(URGENT);

            assertThat(asha.screen().id()).isEqualTo("P-7");
        }

        @Test
        void isAskedOncePersonAndCase() {
            takenAcross();
            priya.presses("Explain why the decision stands");
            priya.enters(standing("The mother was strangled last year."), "Continue");
            assertThat(priya.screen().id()).isEqualTo("I-3");
            priya.presses("No, it is being dealt with").presses("Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));

            priya.begins("cases").presses("Open ").presses("Read it").presses("We've agreed");
            new Filling("2026-12-04")
                    .with("Z-1.what", "She was strangled last year.")
                    .on(priya);
            assertThat(priya.screen().id()).isEqualTo("Z-1a");
        }

        private void writes(String what) {
            asha.enters(Map.of("P-6", List.of(what), "P-6.whose", List.of("unknown")), "Continue");
        }
    }

    @Nested
    class Distress {

        @Test
        void isHeardOutsideAnyTaskAndTheLeadIsAskedToRing() {
            asha.types("I can\u2019t do this any more");
            assertThat(PlainText.of(asha.screen()))
                    .contains("You don't have to do this alone", "01632 960 150", "0800 028 0285");
            assertThat(helen.messages()).isEmpty();

            asha.presses("Ask Helen Ward to ring me");
            assertThat(latest(helen)).contains("Asha Patel would like you to ring them today", "It belongs to no case");
            helen.pressesInMessage("I'm ringing now");
            assertThat(latest(asha)).contains("Helen Ward has your message and is ringing you now");
            assertThat(tom.messages()).isEmpty();
        }

        @Test
        void isNotAnAnswerAndLosesNone() {
            begunByTyping();
            asha.types("I'm scared of my manager");
            assertThat(asha.screen().id()).isEqualTo("C-7");

            asha.presses("Not now");
            assertThat(asha.screen().id()).isEqualTo("P-6");
            assertThat(PlainText.of(asha.screen())).contains("What was decided or done?");
            asha.types("The visits stopped.");
            assertThat(PlainText.of(asha.screen())).contains("Whose decision or action is it?");
        }

        @Test
        void leavesTheDraftWhereItWas() {
            begunByTyping();
            asha.types("I cant cope").presses("Ask Helen Ward to ring me");
            assertThat(PlainText.of(asha.screen())).contains("Your answers are saved");

            asha.presses("Carry on");
            assertThat(asha.screen().id()).isEqualTo("P-6");
            assertThat(latest(helen)).contains("would like you to ring them today");
        }

        @Test
        void ofALeadIsHeardBySomebodyElse() {
            helen.types("I can't cope").presses("Ask Nadia Khan to ring me");

            assertThat(latest(story.person("nadia-khan"))).contains("Helen Ward would like you to ring them");
        }

        @Test
        void isNotFoundInAnAccountOfSomebodyElse() {
            begun();
            asha.enters(
                    Map.of(
                            "P-6",
                            List.of("On Monday the mother told the social worker on the phone that \"I can't cope\","
                                    + " and was told to ring again."),
                            "P-6.whose",
                            List.of("unknown")),
                    "Continue");

            assertThat(asha.screen().id()).isEqualTo("P-7");
        }
    }

    @Nested
    class SmallTalk {

        @Test
        void isAnsweredInOneLine() {
            asha.types("thanks");

            assertThat(asha.screen().id()).isEqualTo("C-8");
            assertThat(asha.screen().sections()).hasSize(1);
        }

        @Test
        void leadsBackToWhatWasBegun() {
            asha.types("raise").types("thank you").presses("Carry on");
            assertThat(asha.screen().id()).isEqualTo("P-0");
            asha.types("hi");
            assertThat(asha.screen().id()).isEqualTo("C-8h");
        }
    }

    @Nested
    class WordsThatGoToOthers {

        @Test
        void areReadOnceMoreAndCanBeChanged() {
            takenAcross();
            priya.presses("Explain why the decision stands");
            priya.enters(standing("Because your team is useless."), "Continue").presses("Send to Tom Reed");
            assertThat(PlainText.of(priya.screen())).contains("Is it about the child?");

            priya.presses("Change it");
            assertThat(priya.screen().id()).isEqualTo("V-6");
            priya.answers("V-6.based", "The assessment of 20 November.").presses("Send to Tom Reed");
            assertThat(priya.screen().id()).isEqualTo("V-7r");
        }

        @Test
        void goAsTheyAreWhereSomebodyWantsThat() {
            takenAcross();
            priya.presses("Explain why the decision stands");
            priya.enters(standing("ok"), "Continue").presses("Send to Tom Reed").presses("Send as it is");
            assertThat(priya.screen().id()).isEqualTo("V-7r");

            priya.presses("Undo");
            assertThat(priya.screen().id()).isEqualTo("V-7");
        }

        @Test
        void areNotHeldToItWhereTheyStayInside() {
            begun();
            asha.enters(Map.of("P-6", List.of("Visits stop."), "P-6.whose", List.of("unknown")), "Continue");

            assertThat(asha.screen().id()).isEqualTo("P-7");
        }
    }

    private Story.Actor begun() {
        return asha.begins("")
                .answers("P-0", "none")
                .answers("P-1", "service")
                .answers("P-2", "council")
                .answers("P-3", "not-yet")
                .presses("Carry on")
                .answers("P-4", "not-yet")
                .presses("Carry on")
                .enters(ShortConcern.child("none"), "Continue");
    }

    /** As far as the first question that is answered in words. */
    private Story.Actor begunByTyping() {
        asha.types("raise").types("no").types("service").types("council").presses("Skip");
        return asha.types("not yet")
                .presses("Carry on")
                .types("not yet")
                .presses("Carry on")
                .types("2")
                .types("The school sees the child each day.")
                .types("1");
    }

    private void takenAcross() {
        ShortConcern.begunBy(asha).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        tom.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Priya Shah");
        tom.presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        priya.pressesInMessage("Read it").passesFirstQuestions();
    }

    private static Map<String, List<String>> standing(String based) {
        return Map.of(
                "V-6.based",
                List.of(based),
                "V-6.mind",
                List.of("A new report."),
                "G-3",
                List.of("Weekly visits by the school nurse."),
                "G-3.working",
                List.of("yes"));
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
