package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody raises a difference without having talked to whoever decided: clocks that count from that do not run yet. */
class NotTalkedYetTest {

    @ParameterizedTest
    @CsvSource({
        "bradford, asha-patel, council, tom-reed",
        "northumberland, ewan-charlton, council, mina-farouk",
        "pscp, demelza-kitto, council, arjun-nair",
        "pan-sussex, rowan-gale, city-council, siobhan-marr",
        "kirklees, molly-haigh, council, ibrahim-sesay"
    })
    void isToldByWhenAnAnswerIsNeeded(String pack, String raiser, String council, String manager) {
        Story story = new Story(pack, "2026-12-01T10:00");
        Story.Actor asking = story.person(raiser);
        asking.begins("");

        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-2", council)
                .with("P-3", "not-yet")
                .with("P-4", "not-yet")
                .with("P-5", "none")
                .with("P-6.whose", "unknown")
                .with("P-11", "2026-12-04")
                .until(asking, "Send to ");
        story.wait(Duration.ofMinutes(2));
        Story.Actor asked = story.person(manager).pressesInMessage("Read it").passesFirstQuestions();

        assertThat(PlainText.of(asking.screen())).contains("An answer is needed by 5pm on Friday 4 December");
        assertThat(PlainText.of(asked.screen())).contains("An answer is needed by 5pm on Friday 4 December");
    }
}
