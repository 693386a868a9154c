package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.concern;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.takesForward;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when an answer is due: what both sides agree, what the procedure allows, and what the child can wait for. */
class AgreedDatesTest {

    @Test
    void northumberlandAgreesADateThatBothSidesAcceptAndNoneBeyondFiveWorkingDays() {
        Story story = new Story("northumberland", "2026-12-01T10:00");
        raises(story, "ewan-charlton", "Send to Mina Farouk", concern("council", "post:social-worker"));
        takesForward(story.person("mina-farouk"), "Femi Okoro");
        story.wait(Duration.ofMinutes(2));

        suggests(story, "femi-okoro", "2026-12-09", "Send to Mina Farouk");
        assertThat(screen(story, "femi-okoro"))
                .contains("The longest time allowed ends by 5pm on Tuesday 8 December (5 working days).");

        suggests(story, "femi-okoro", "2026-12-07", "Send to Mina Farouk");
        story.wait(Duration.ofMinutes(2));
        assertThat(page(story, "ewan-charlton")).contains("This stage ends by 5pm on Friday 4 December");
        story.person("mina-farouk").pressesInMessage("Read it").presses("Agree 5pm on Monday 7 December");
        assertThat(page(story, "ewan-charlton")).contains("This stage ends by 5pm on Monday 7 December");
    }

    @Test
    void kirkleesMayAgreeMoreThanTheIdealTenWorkingDaysButNothingBeyondTheMonth() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        raises(
                story,
                "molly-haigh",
                "Send to Ibrahim Sesay",
                concern("council", "post:social-worker").with("P-11", "2026-12-15"));
        takesForward(story.person("ibrahim-sesay"), "Declan Sykes");
        story.wait(Duration.ofMinutes(2));
        assertThat(page(story, "molly-haigh")).contains("This stage ends by 5pm on Monday 14 December");

        suggests(story, "declan-sykes", "2026-12-31", "Send to Ibrahim Sesay");
        assertThat(screen(story, "declan-sykes"))
                .contains("The longest time allowed ends by 5pm on Wednesday 30 December ");

        suggests(story, "declan-sykes", "2026-12-22", "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        story.person("ibrahim-sesay").pressesInMessage("Read it").presses("Agree 5pm on Tuesday 22 December");
        assertThat(page(story, "molly-haigh")).contains("This stage ends by 5pm on Tuesday 22 December");
    }

    @Test
    void panSussexAgreesNoDateBeyondAWorkingWeek() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");
        raises(story, "rowan-gale", "Send to Siobhan Marr", concern("county-council", "post:county-social-worker"));
        takesForward(story.person("siobhan-marr"), "Amara Eze");
        story.wait(Duration.ofMinutes(2));

        suggests(story, "amara-eze", "2026-12-09", "Send to Siobhan Marr");

        assertThat(screen(story, "amara-eze"))
                .contains("The longest time allowed ends by 5pm on Tuesday 8 December (5 working days).");
    }

    /** First put to the other agency on 5 November: the month ends on Saturday 5 December, so on Friday the 4th. */
    @ParameterizedTest
    @CsvSource({
        "northumberland, ewan-charlton, mina-farouk, Femi Okoro, Step 3",
        "kirklees, molly-haigh, ibrahim-sesay, Declan Sykes, Step 3"
    })
    void theMonthEndsEveryStepThatCouldTakeLonger(
            String pack, String raiser, String manager, String counterpart, String next) {
        Story story = new Story(pack, "2026-12-01T10:00");
        Filling concern = concern("council", "post:social-worker").with("P-4.on", "2026-11-05");

        raises(story, raiser, "Send to ", concern.with("P-11", "2026-12-04"));
        assertThat(story.transcript()).contains("By 5pm on Friday 4 December (3 working days), the longest allowed");

        takesForward(story.person(manager), counterpart);
        story.wait(Duration.ofMinutes(2));
        movesUp(story, manager, next);
        assertThat(page(story, raiser))
                .contains("This stage ends by 5pm on Friday 4 December")
                .contains("The whole process ends sooner.");
    }

    @ParameterizedTest
    @CsvSource({
        "bradford, asha-patel, council, tom-reed, Priya Shah, Step 4",
        "northumberland, ewan-charlton, council, mina-farouk, Femi Okoro, Step 3",
        "pscp, jowan-bolitho, council, sunita-desai, Kofi Mensah, Stage four",
        "pan-sussex, rowan-gale, county-council, siobhan-marr, Amara Eze, 7.2.6",
        "kirklees, molly-haigh, council, ibrahim-sesay, Declan Sykes, Step 3"
    })
    void theDayAfterWhichItIsTooLateForTheChildEndsEveryStep(
            String pack, String raiser, String agency, String manager, String counterpart, String next) {
        Story story = new Story(pack, "2026-12-01T10:00");
        raises(story, raiser, "Send to ", concern(agency, "unknown").with("P-16.on", "2026-12-03"));
        assertThat(page(story, raiser)).contains("This stage ends by 5pm on Thursday 3 December");

        takesForward(story.person(manager), counterpart);
        story.wait(Duration.ofMinutes(2));
        movesUp(story, manager, next);

        assertThat(page(story, raiser))
                .contains("Now: " + next)
                .contains("This stage ends by 5pm on Thursday 3 December");
    }

    private static void raises(Story story, String raiser, String send, Filling concern) {
        story.person(raiser).begins("");
        concern.until(story.person(raiser), send);
        story.wait(Duration.ofMinutes(2));
    }

    private static void suggests(Story story, String manager, String date, String send) {
        opens(story, manager, "Suggest another date");
        if (story.person(manager).screen().id().equals("T-2c")) {
            story.person(manager).presses("Change: Date suggested");
        }
        story.person(manager)
                .enters(Map.of("T-2.date", List.of(date)), "Continue")
                .presses(send);
    }

    private static String screen(Story story, String person) {
        return PlainText.of(story.person(person).screen());
    }

    private static String page(Story story, String raiser) {
        return PlainText.of(
                story.person(raiser).begins("cases").presses("Open ").screen());
    }
}
