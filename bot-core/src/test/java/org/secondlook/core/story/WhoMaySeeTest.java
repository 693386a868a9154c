package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;
import static org.secondlook.core.story.Ladder.talks;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is told of a case finds it from then on, and not before. */
class WhoMaySeeTest {

    @Test
    void whoeverTakesPartInTheTalksOfAStepFindsTheCaseOnceTheSendingCanNoLongerBeTakenBack() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        raises(story.person("molly-haigh"), "council", "post:social-worker", "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("ibrahim-sesay"), "Declan Sykes");
        story.wait(Duration.ofMinutes(2));
        movesUp(story, "ibrahim-sesay", "Step 3");
        talks(story, "ingrid-sharp");
        opens(story, "ingrid-sharp", "Record what will be done");
        new Filling("2027-01-08")
                .with("J-5.outcome", "still-differ")
                .until(story.person("ingrid-sharp"), "Record and tell both agencies");
        assertThat(cases(story, "maureen-lodge")).doesNotContain("CV-2026-0001");
        story.wait(Duration.ofMinutes(2));

        assertThat(cases(story, "maureen-lodge")).contains("CV-2026-0001, Step 4");
    }

    private static String cases(Story story, String person) {
        return PlainText.of(story.person(person).begins("cases").screen());
    }
}
