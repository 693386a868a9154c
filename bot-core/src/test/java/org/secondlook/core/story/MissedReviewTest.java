package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A procedure that should have been reviewed long ago: its owners see it, nobody else is troubled. */
class MissedReviewTest {

    private static final String LINE = "The procedure was due for review in July 2025.";

    @Test
    void thoseOfThePartnershipsOfficeSeeThatTheMonthHasPassed() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");

        assertThat(home(story, "jacqui-holder")).contains(LINE);
        assertThat(home(story, "ollie-venn")).contains(LINE);
        assertThat(home(story, "rowan-gale")).doesNotContain("due for review");
        assertThat(home(story, "graham-tull")).doesNotContain("due for review");
    }

    @Test
    void nothingIsSaidWhileTheMonthLasts() {
        Story story = new Story("pan-sussex", "2025-07-31T10:00");

        assertThat(home(story, "jacqui-holder")).doesNotContain("due for review");
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
