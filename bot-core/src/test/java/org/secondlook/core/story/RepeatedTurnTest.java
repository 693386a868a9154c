package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.message.View;

/** What comes once more, late, is answered as before and changes nothing. */
class RepeatedTurnTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");
    private final Story.Actor tom = story.person("tom-reed");

    @BeforeEach
    void ashaRaises() {
        raises(asha, "council", "post:social-worker", "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    @Test
    void aReceiptIsShownAgainWithoutWhatHasHappenedSince() {
        assertThat(PlainText.of(asha.repeats().screen())).contains("What happens next");
        takesForward(tom, "Priya Shah");

        assertThat(PlainText.of(asha.repeats().screen()))
                .contains("Sent to Tom Reed. Reference NS-2026-0001")
                .doesNotContain("What happens next");
    }

    @Test
    void anAnswerToADraftThatWasSentMeanwhileLeadsToWhereThingsStand() {
        assertThat(PlainText.of(asha.repeats(1).screen()))
                .contains("NS-2026-0001")
                .doesNotContain("Nothing was sent");
        takesForward(tom, "Priya Shah");

        assertThat(PlainText.of(tom.repeats(1).screen())).contains("[H-1]").doesNotContain("Nothing was sent");
    }

    @Test
    void whatWasSentIsSaidToBeDoneWhenItIsSentAgain() {
        View check = tom.pressesInMessage("Read it")
                .passesFirstQuestions()
                .presses("Take it to Priya Shah")
                .presses("Continue")
                .screen();
        tom.presses("Send to Priya Shah");

        assertThat(PlainText.of(
                        tom.goesBackTo(check).presses("Send to Priya Shah").screen()))
                .contains("Tom Reed did this at 10:02am", "Reference NS-2026-0001");
    }

    @Test
    void thatAMessageWasSeenIsAnsweredOnceNothingIsAskedAnyMore() {
        takesForward(tom, "Priya Shah");
        story.wait(Duration.ofMinutes(2));
        Story.Actor priya = story.person("priya-shah");
        priya.pressesInMessage("I've seen this");
        story.wait(Duration.ofDays(7));

        assertThat(PlainText.of(priya.repeats().screen())).contains("[X-", "Reference NS-2026-0001");
    }

    @Test
    void thatSomebodyDoesNotKnowTheChildIsRecordedOnce() {
        View question = tom.pressesInMessage("Read it").screen();
        tom.passesFirstQuestions();
        View read = tom.screen();
        story.wait(Duration.ofHours(25));
        tom.goesBackTo(question).passesFirstQuestions();

        assertThat(tom.screen().id()).isEqualTo(read.id());
        assertThat(story.store()
                        .listed(story.partnership().id(), asha.id(), Set.of())
                        .get(0)
                        .events())
                .filteredOn(recorded -> recorded.event() instanceof CaseEvent.ConflictDeclared)
                .hasSize(1);
    }
}
