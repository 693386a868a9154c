package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.KnownHolidays.Day;
import org.secondlook.core.protocol.CalendarRules.Nation;

/** A holiday is proclaimed, or taken back, while a case runs. */
class CalendarStoryTest {

    private static final String NOTE = "the bank holidays changed. The dates were worked out anew.";

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");

    @Test
    void aProclaimedHolidayMovesWhatIsOwedAndTheCaseSaysSo() {
        ashaRaises("2026-12-08");
        assertThat(page())
                .contains("takes it forward by 5pm tomorrow, Wednesday 2 December")
                .doesNotContain(NOTE);

        story.learns(proclaimed("2026-12-02"));
        story.wait(Duration.ofMinutes(1));

        assertThat(page())
                .contains("takes it forward by 5pm on Thursday 3 December")
                .containsOnlyOnce(NOTE);
        story.until("2026-12-03T16:00");
        assertThat(page()).doesNotContain("a date passed");
        story.until("2026-12-03T17:01");
        assertThat(page()).contains("a date passed");
    }

    @Test
    void aHolidayThatIsTakenBackPutsTheDatesBack() {
        ashaRaises("2026-12-08");
        story.learns(proclaimed("2026-12-02"));
        story.wait(Duration.ofMinutes(1));
        story.learns(KnownHolidays.BUNDLED);
        story.wait(Duration.ofMinutes(1));

        assertThat(page()).contains("takes it forward by 5pm tomorrow, Wednesday 2 December");
        assertThat(page().split(NOTE, -1)).hasSize(3);
    }

    @Test
    void aDateThatWasNeededStaysThoughTheProcedureWouldGiveMoreTime() {
        ashaRaises("2026-12-04");
        assertThat(page()).contains("This stage ends by 5pm on Friday 4 December");

        story.learns(proclaimed("2026-12-03"));
        story.wait(Duration.ofMinutes(1));

        assertThat(page()).contains("This stage ends by 5pm on Friday 4 December");
    }

    @Test
    void anAgreedDateGivesWayToALimitThatIsEarlierNow() {
        story.learns(proclaimed("2026-12-07"));
        ashaRaises("2026-12-09");
        story.person("tom-reed")
                .pressesInMessage("Read it")
                .passesFirstQuestions()
                .presses("Take it to Priya Shah");
        story.person("tom-reed").presses("Continue").presses("Send to Priya Shah");
        story.wait(Duration.ofMinutes(2));
        story.person("priya-shah")
                .pressesInMessage("Read it")
                .passesFirstQuestions()
                .presses("Agree 5pm on Wednesday 9 December");
        assertThat(page()).contains("This stage ends by 5pm on Wednesday 9 December");

        story.learns(KnownHolidays.BUNDLED);
        story.wait(Duration.ofMinutes(1));

        assertThat(page())
                .contains("This stage ends by 5pm on Tuesday 8 December")
                .containsOnlyOnce(NOTE);
    }

    @Test
    void aHolidayThatTouchesNoDateIsNotToldOf() {
        ashaRaises("2026-12-08");
        story.learns(proclaimed("2027-03-01"));
        story.wait(Duration.ofMinutes(1));

        assertThat(page()).doesNotContain(NOTE);
    }

    @Test
    void aDateThatHasPassedStaysAsItWas() {
        ashaRaises("2026-12-08");
        story.until("2026-12-02T17:30");
        assertThat(page()).containsOnlyOnce("a date passed");

        story.learns(proclaimed("2026-12-02"));
        story.wait(Duration.ofHours(16));

        assertThat(page()).containsOnlyOnce("a date passed");
    }

    @Test
    void aCalendarThatChangedWhileNothingRanIsTakenUpAtStart() {
        ashaRaises("2026-12-08");
        story.learns(proclaimed("2026-12-02"));
        story.restart();
        story.wait(Duration.ofMinutes(1));
        story.restart();
        story.wait(Duration.ofMinutes(1));

        assertThat(page())
                .contains("takes it forward by 5pm on Thursday 3 December")
                .containsOnlyOnce(NOTE);
    }

    @Test
    void severalInstancesTellOfAChangeOnce() {
        story.startAnotherInstance();
        ashaRaises("2026-12-08");

        story.learns(proclaimed("2026-12-02"));
        story.wait(Duration.ofMinutes(1));

        assertThat(page())
                .contains("takes it forward by 5pm on Thursday 3 December")
                .containsOnlyOnce(NOTE);
    }

    private void ashaRaises(String neededBy) {
        ShortConcern.begunBy(asha, neededBy).presses("Continue").presses("Send to Tom Reed");
        story.wait(Duration.ofMinutes(10));
    }

    private String page() {
        asha.begins("cases").presses("Open NS-2026-0001");
        return PlainText.of(asha.screen());
    }

    private static KnownHolidays proclaimed(String date) {
        return new KnownHolidays(
                Set.of(new Day(Nation.ENGLAND_AND_WALES, LocalDate.parse(date))),
                Set.of(),
                KnownHolidays.CHECKED_UNTIL);
    }
}
