package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.agrees;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.takesForward;
import static org.secondlook.core.story.Ladder.talks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a ladder ends, nothing offers to go on; the stories press whatever is offered. */
class LastRungTest {

    /** PSCP's strategic leaders agree, and the practitioner still fears for the child: there is no rung left to move to. */
    @Test
    void nobodyIsOfferedAStageThatIsNotThere() {
        Story story = new Story("pscp", "2026-12-01T10:00");
        Story.Actor jowan = story.person("jowan-bolitho");
        raises(jowan, "council", "post:social-worker", "Send to Sunita Desai");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("sunita-desai"), "Kofi Mensah");
        story.wait(Duration.ofMinutes(2));
        story.until("2026-12-18T10:30");
        talks(story, "anton-wolski");
        agrees(story, "anton-wolski", "Shanti Rao");
        opens(story, "shanti-rao", "Yes, this is what we agreed");
        story.wait(Duration.ofMinutes(2));
        for (String practitioner : List.of("jowan-bolitho", "rhiannon-vosper")) {
            Story.Actor actor = story.person(practitioner).pressesInMessage("Answer two questions");
            if (actor.screen().id().equals("M-2q")) {
                actor.passesFirstQuestions().presses("Answer two questions");
            }
            actor.enters(Map.of("Z-9.risk", List.of("yes"), "Z-9.satisfied", List.of("no")), "Record my answer");
        }
        story.wait(Duration.ofMinutes(2));
        for (String lead : List.of("sunita-desai", "moira-pascoe")) {
            assertThat(story.person(lead).messages())
                    .anySatisfy(message -> assertThat(PlainText.of(message))
                            .endsWith("Record that the child is safe.\n  | [Read it]\n"));
        }
        opens(story, "sunita-desai", "The child is safe");
        opens(story, "moira-pascoe", "The child is safe");
    }
}
