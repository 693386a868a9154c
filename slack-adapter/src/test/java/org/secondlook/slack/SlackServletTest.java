package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.turn.Turn;

/** What the servlet lets in, and what it answers to what it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackServletTest {

    private static final String CANARY = "canary-7f3a";

    private final SlackOverHttp slack = new SlackOverHttp();

    @BeforeEach
    void knowsNobody() {
        slack.answering(turn -> Optional.empty());
    }

    @AfterAll
    void stops() {
        slack.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                CANARY,
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"" + CANARY + "\"}}",
                "{\"type\":\"url_verification\",\"challenge\":\"" + CANARY + "\"}",
                "payload=%7B%22type%22%3A%22" + CANARY + "%22%7D",
                "command=%2Fsecond-look&text=" + CANARY,
                "ssl_check=10",
                "text=ssl_check=1"
            })
    void refusesWhatIsNotSignedAndSaysNothing(String body) {
        HttpResponse<String> unsigned = slack.exchange(
                slack.request().POST(BodyPublishers.ofString(body)).build());
        HttpResponse<String> wrong =
                slack.send(String.valueOf(slack.now()), "v0=" + "0".repeat(64), body.getBytes(StandardCharsets.UTF_8));

        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.body()).isEmpty();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEmpty();
        assertThat(slack.turns).isEmpty();
        assertThat(slack.incidents).containsExactly(Incident.REFUSED, Incident.REFUSED);
        assertThat(slack.logged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -301, 301, 86_400})
    void refusesASignatureOfAnotherTime(long seconds) {
        long then = slack.now() + seconds;
        String body = Payloads.command("");

        assertThat(slack.send(String.valueOf(then), slack.sign(then, body), body.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(401);
        assertThat(slack.turns).isEmpty();
    }

    @Test
    void takesASignedRequestOnceAndPassesOverItsRepetition() {
        String body = Payloads.command("");
        long now = slack.now();
        String signed = slack.sign(now, body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

        assertThat(slack.send(String.valueOf(now), signed, bytes).statusCode()).isEqualTo(200);
        slack.clock.set(slack.clock.instant().plus(Duration.ofMinutes(4)));
        assertThat(slack.send(String.valueOf(now), signed, bytes).statusCode()).isEqualTo(200);

        assertThat(slack.turns).hasSize(1);
        assertThat(slack.incidents).contains(Incident.REPLAYED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mae Siân yn poeni", "أنا قلق على الطفل", "😀 worried", "a & b < c > d", "line one\nline two"})
    void readsEveryLanguage(String typed) {
        String escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");

        assertThat(slack.send(Payloads.message(escaped)).statusCode()).isEqualTo(200);

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Typed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " "})
    void takesABodyAsItCame(String end) {
        assertThat(slack.send(Payloads.message("hello").replace(",", "," + end) + end)
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.turns).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeBeforeReadingIt() {
        byte[] large = ("text=" + CANARY).repeat(200_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> known = slack.send(String.valueOf(slack.now()), "v0=00", large);
        HttpResponse<String> unknown = slack.exchange(slack.request()
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());

        assertThat(known.statusCode()).isEqualTo(413);
        assertThat(unknown.statusCode()).isEqualTo(413);
        assertThat(slack.incidents).containsExactly(Incident.TOO_LARGE, Incident.TOO_LARGE);
        assertThat(slack.logged()).isEmpty();
    }

    @Test
    void takesABodyOfAMegabyte() {
        String body = Payloads.message("x".repeat(1024 * 1024 - 1_000));

        assertThat(slack.send(body).statusCode()).isEqualTo(200);
        assertThat(slack.turns).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl_check=1", "ssl_check=1&token=x", "token=x&ssl_check=1"})
    void answersSlacksCheckOfTheCertificate(String body) {
        HttpResponse<String> answer = slack.exchange(
                slack.request().POST(BodyPublishers.ofString(body)).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersTheChallengeOfSlack() {
        HttpResponse<String> answer =
                slack.send("{\"token\":\"legacy\",\"challenge\":\"3eZbrw1a\",\"type\":\"url_verification\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("3eZbrw1a");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "&",
                "%zz=%",
                "payload",
                "payload=",
                "payload=%7B",
                "payload=null",
                "payload=[]",
                "payload=%7B%22type%22%3A%22dialog_submission%22%7D",
                "payload=%7B%22type%22%3A%22message_action%22%7D",
                "payload=%7B%22type%22%3A%22view_closed%22%7D",
                "payload=%7B%22type%22%3A%22block_actions%22%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%7D",
                "payload=%7B%22type%22%3A%22shortcut%22%7D",
                "payload=%7B%22type%22%3A%22" + CANARY + "%22%7D",
                "team_id=T0NSHIRENHS&command=%2F" + CANARY,
                "team_id=T0NSHIRENHS&command=%2Fsecond-look&user_id=" + CANARY,
                "team_id=T0NSHIRENHS&command=%2Fsecond-look&trigger_id=" + CANARY,
                "text=" + CANARY,
                "{}",
                "{",
                "{\"type\":1}",
                "{\"type\":null}",
                "{\"type\":\"" + CANARY + "\"}",
                "{\"type\":\"event_callback\"}",
                "{\"type\":\"event_callback\",\"event\":[]}",
                "{\"type\":\"event_callback\",\"event\":{}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"" + CANARY + "\"}}"
            })
    void acknowledgesWhateverElseIsSignedAndNeverLogsIt(String body) {
        HttpResponse<String> answer = slack.send(body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(slack.turns).isEmpty();
        assertThat(slack.logged()).allSatisfy(line -> assertThat(line).doesNotContain(CANARY));
    }

    @Test
    void doesNotFallForDeepNesting() {
        assertThat(slack.send("{\"type\":\"event_callback\",\"event\":" + "[".repeat(200_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.send("{\"type\":\"event_callback\",\"event\":" + "{\"a\":".repeat(100_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(slack.incidents).containsExactly(Incident.NOT_UNDERSTOOD, Incident.NOT_UNDERSTOOD);
    }

    @Test
    void isReachedByPostOnly() {
        assertThat(slack.exchange(slack.request().GET().build()).statusCode()).isEqualTo(405);
    }

    @Test
    void asksSlackNothingToKnowWhereARequestComesFrom() {
        slack.send(Payloads.message("hello"));

        assertThat(slack.api.methods()).containsExactly("chat.postMessage");
    }
}
