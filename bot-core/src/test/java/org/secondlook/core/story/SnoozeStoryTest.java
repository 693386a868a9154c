package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;

/** Somebody who is nudged can ask to be nudged again later; the date stays (N-5). */
class SnoozeStoryTest {

    private final Story story = new Story("pscp", "2026-12-01T10:00");
    private final Story.Actor meredith = story.person("meredith-clegg");

    @BeforeEach
    void meredithIsNudgedHalfway() {
        raises(story.person("jowan-bolitho"), "council", "post:social-worker", "Send to Sunita Desai");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("sunita-desai"), "Kofi Mensah");
        story.until("2026-12-09T10:00");
        assertThat(nudges()).containsExactly("N-2");
    }

    @Test
    void isRemindedTwoHoursLaterAndTheDateStays() {
        meredith.pressesInMessage("Remind me later").presses("In 2 hours, at midday");
        assertThat(PlainText.of(meredith.screen()))
                .contains("I'll remind you at midday today", "The date is still 5pm on Monday 14 December");

        story.until("2026-12-09T11:59");
        assertThat(nudges()).containsExactly("N-2");
        story.until("2026-12-09T12:05");

        assertThat(nudges()).containsExactly("N-2", "N-5n");
        assertThat(PlainText.of(last())).contains("by 5pm on Monday 14 December");
        assertThat(page()).contains("Meredith Clegg asked to be reminded at midday on Wednesday 9");
    }

    @Test
    void isRemindedTheNextMorningAndAsPlannedAfterwards() {
        meredith.pressesInMessage("Remind me later").presses("At 9:30am tomorrow");
        story.until("2026-12-14T12:00");

        assertThat(nudges()).containsExactly("N-2", "N-5n", "N-3", "N-4");
    }

    @Test
    void isNotRemindedOfWhatIsDoneMeanwhile() {
        meredith.pressesInMessage("Remind me later").presses("At 9:30am tomorrow");
        opens(story, "meredith-clegg", "Move it up now");
        new Filling("2026-12-09").until(meredith, "Move it to");
        opens(story, "meredith-clegg", "I've sent the notification");
        story.until("2026-12-10T12:00");

        assertThat(nudges()).doesNotContain("N-5n");
    }

    @Test
    void cannotPutOffTheLastNudges() {
        meredith.pressesInMessage("Remind me later");
        story.until("2026-12-11T10:00");
        meredith.presses("At 9:30am tomorrow");

        assertThat(PlainText.of(meredith.screen())).contains("There is no later time before the last working day");
        assertThat(page()).doesNotContain("asked to be reminded");
    }

    private List<String> nudges() {
        return meredith.messages().stream()
                .map(View::id)
                .filter(id -> id.startsWith("N-"))
                .toList();
    }

    private View last() {
        return meredith.messages().get(meredith.messages().size() - 1);
    }

    private String page() {
        return PlainText.of(meredith.begins("cases")
                .presses("Open ")
                .passesFirstQuestions()
                .presses("See the case")
                .screen());
    }
}
