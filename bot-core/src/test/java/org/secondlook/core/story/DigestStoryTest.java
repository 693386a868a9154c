package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;

/** However many cases nudge a person in the morning, they hear of it once (N-1). */
class DigestStoryTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor tom = story.person("tom-reed");

    @Test
    void whoeverHasOneThingToDoGetsTheNudgeItself() {
        raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        story.until("2026-12-02T09:45");

        assertThat(inTheMorning()).containsExactly("N-4");
    }

    @Test
    void whoeverHasSeveralGetsOneListOfAll() {
        twoCases();
        story.until("2026-12-02T09:45");

        assertThat(inTheMorning()).containsExactly("N-1");
        View list = last();
        assertThat(list.notice()).isEqualTo("Your list for today");
        assertThat(PlainText.of(list))
                .contains("Good morning. 2 things need you. Nothing is past its date.")
                .contains("NS-2026-0001", "NS-2026-0002", "Your part is due by 5pm today, Wednesday 2 December")
                .doesNotContain("Asha");
        tom.pressesInMessage("Open NS-2026-0002");
        assertThat(PlainText.of(tom.screen())).contains("One question first");
    }

    @Test
    void aListThatCouldNotBeSentAtFirstIsSentOnceLater() {
        twoCases();
        story.until("2026-12-02T09:29");
        story.platformAnswers(Platform.SLACK, letter -> Optional.of(new Delivery.Temporary("down", Optional.empty())));
        story.until("2026-12-02T09:40");
        assertThat(inTheMorning()).isEmpty();

        story.platformAnswers(Platform.SLACK, letter -> Optional.empty());
        story.until("2026-12-02T10:00");

        assertThat(inTheMorning()).containsExactly("N-1");
    }

    @Test
    void theListOfAMorningComesEvenWhereWhatItStoodForIsDoneMeanwhile() {
        twoCases();
        story.until("2026-12-02T09:29");
        story.platformAnswers(Platform.SLACK, letter -> Optional.of(new Delivery.Temporary("down", Optional.empty())));
        story.until("2026-12-02T09:31");

        opens(story, "tom-reed", "Take it to Priya Shah");
        new Filling("2026-12-02").until(tom, "Send to Priya Shah");
        story.platformAnswers(Platform.SLACK, letter -> Optional.empty());
        story.until("2026-12-02T10:00");

        assertThat(inTheMorning()).containsExactly("N-1");
    }

    private void twoCases() {
        raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
    }

    private List<String> inTheMorning() {
        return tom.messages().stream()
                .map(View::id)
                .filter(id -> id.startsWith("N-"))
                .toList();
    }

    private View last() {
        return tom.messages().get(tom.messages().size() - 1);
    }
}
