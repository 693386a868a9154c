package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.decisionStands;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;

/** After each stage both agencies put it on the child's file, and say so (G-5). */
class FiledStoryTest {

    private final Story story = new Story("northumberland", "2026-12-01T10:00");
    private final Story.Actor mina = story.person("mina-farouk");
    private final Story.Actor femi = story.person("femi-okoro");

    @BeforeEach
    void movedUp() {
        raises(story.person("ewan-charlton"), "council", "post:social-worker", "Send to Mina Farouk");
        story.wait(Duration.ofMinutes(2));
        takesForward(mina, "Femi Okoro");
        story.wait(Duration.ofMinutes(2));
        decisionStands(story, "femi-okoro", "Mina Farouk");
        movesUp(story, "mina-farouk", "Step 3");
    }

    @Test
    void bothAgenciesAreAskedInOneMessageAndCanSayItInOnePress() {
        assertThat(List.of(mina, femi))
                .allSatisfy(asked -> assertThat(latest(asked))
                        .contains("is now at \"Step 3", "child's file", "by 5pm on Thursday 3 December")
                        .contains("[Copy for the record]"));

        femi.pressesInMessage("Copy for the record");
        assertThat(PlainText.of(femi.screen())).contains("What is seen differently");
        femi.pressesInMessage("I've filed it on Tuesday 1 December");
        assertThat(femi.screen().id()).isEqualTo("H-1");
        int told = femi.messages().size();
        story.until("2026-12-04T10:00");
        assertThat(femi.messages().subList(told, femi.messages().size()))
                .noneMatch(message -> PlainText.of(message).contains("child's file"));
    }

    @Test
    void whoeverHasNotIsNudgedOnceAndThenTheirLeadHears() {
        int told = femi.messages().size();
        Story.Actor lead = story.person("harbir-gill");
        story.until("2026-12-04T10:00");

        assertThat(since(femi, told)).containsExactly("N-4");
        assertThat(latest(lead)).contains("Femi Okoro has not said yet", "ML-2026-0001");
        story.until("2026-12-11T10:00");
        assertThat(since(femi, told)).doesNotContain("N-6");
        assertThat(lead.messages().stream().map(View::id).filter("G-5l"::equals))
                .hasSize(1);
        femi.begins("cases").presses("Open ML-2026-0001").presses("I've recorded it on the child's file");
        assertThat(PlainText.of(femi.screen())).doesNotContain("[I've recorded it");
    }

    private static List<String> since(Story.Actor actor, int told) {
        return actor.messages().subList(told, actor.messages().size()).stream()
                .map(View::id)
                .toList();
    }

    private static String latest(Story.Actor actor) {
        return PlainText.of(actor.messages().get(actor.messages().size() - 1));
    }
}
