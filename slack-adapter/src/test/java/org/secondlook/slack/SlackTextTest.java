package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "plain words -> plain words",
                "a &lt; b &amp;&amp; c &gt; d -> a < b && c > d",
                "&amp;lt;script&amp;gt; -> &lt;script&gt;",
                "see <https://example.com/a?b=c> -> see https://example.com/a?b=c",
                "see <https://example.com|example.com> -> see example.com",
                "write to <mailto:a@example.com|a@example.com> -> write to a@example.com",
                "write to <mailto:a@example.com> -> write to a@example.com",
                "ring <tel:01632960100|01632 960 100> -> ring 01632 960 100",
                "<@U0ASHAPATEL> said -> @U0ASHAPATEL said",
                "<@U0ASHAPATEL|asha> said -> @asha said",
                "<#C0HEALTHVIS|health-visiting> -> #health-visiting",
                "<!channel> look -> @channel look",
                "<!subteam^S0TEAM|@nurses> -> @nurses",
                "*bold* _and_ ~more~ -> *bold* _and_ ~more~",
                "an open < alone -> an open < alone",
                "$1 \\ costs -> $1 \\ costs",
                "Siân, مرحبا, 😀 -> Siân, مرحبا, 😀"
            })
    void readsWhatThePersonTyped(String slack, String typed) {
        assertThat(SlackText.plain(slack)).isEqualTo(typed);
    }
}
