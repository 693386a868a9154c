package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A procedure that should have been reviewed long ago: its owners see it, nobody else is troubled. */
class MissedReviewTest {

    private static final String LINE = "The procedure was due for review in July 2025.";

    @Test
    void thoseOfThePartnershipsOfficeSeeThatTheMonthHasPassed() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");

        assertThat(home(story, "beth-long")).contains(LINE);
        assertThat(home(story, "ana-silva")).contains(LINE);
        assertThat(home(story, "asha-patel")).doesNotContain("due for review");
        assertThat(home(story, "tom-reed")).doesNotContain("due for review");
    }

    @Test
    void nothingIsSaidWhileTheMonthLasts() {
        Story story = new Story("pan-sussex", "2025-07-31T10:00");

        assertThat(home(story, "beth-long")).doesNotContain("due for review");
    }

    @Test
    void nothingIsSaidOfAProcedureWithoutAMonth() {
        Story story = new Story("bradford", "2026-12-01T10:00");

        assertThat(home(story, "beth-long")).doesNotContain("due for review");
    }

    private static String home(Story story, String person) {
        return PlainText.of(story.person(person).begins("cases").screen());
    }
}
