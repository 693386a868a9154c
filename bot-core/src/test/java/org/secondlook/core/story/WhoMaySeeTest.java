package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.concern;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;
import static org.secondlook.core.story.Ladder.talks;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever is told that something happened finds the case from then on, and not before. */
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

    @Test
    void theOfficeLearnsOfACaseWhenTheDateOfTheStepBeforeItPasses() {
        Story story = bradford();
        story.until("2026-12-16T10:00");
        assertThat(cases(story, "asha-patel")).contains("NS-2026-0001, Step 5");
        assertThat(cases(story, "beth-long")).doesNotContain("NS-2026-0001");

        story.until("2026-12-23T10:00");
        assertThat(cases(story, "beth-long")).contains("NS-2026-0001");
    }

    @Test
    void theChairLearnsOfACaseWhenTheOfficeHasDoneWithItAndCanNoLongerTakeItBack() {
        Story story = bradford();
        story.until("2026-12-23T10:00");
        movesUp(story, "grace-lin", "Step 6");
        assertThat(cases(story, "ken-osei")).doesNotContain("NS-2026-0001");

        opens(story, "beth-long", "Record what will be done");
        new Filling("2027-01-08")
                .with("J-5.outcome", "unresolved")
                .until(story.person("beth-long"), "Record and tell both agencies");
        assertThat(cases(story, "ken-osei")).doesNotContain("NS-2026-0001");
        story.wait(Duration.ofMinutes(2));

        assertThat(cases(story, "ken-osei")).contains("NS-2026-0001");
    }

    private static Story bradford() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor asha = story.person("asha-patel");
        asha.begins("");
        concern("council", "unknown").with("P-1", "service").until(asha, "Send to Tom Reed");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("tom-reed"), "Priya Shah");
        story.wait(Duration.ofMinutes(2));
        return story;
    }

    private static String cases(Story story, String person) {
        return PlainText.of(story.person(person).begins("cases").screen());
    }
}
