package org.secondlook.playground.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class MishapsTest {

    @RegisterExtension
    static final Trial trial = new Trial();

    @AfterEach
    void end() {
        trial.send("DELETE", "/mishaps", "", Map.of());
    }

    @Test
    void refusesACallWithAStatusAndSaysWhenToTryAgain() {
        outgoing(
                "{\"calls\":\"chat\\\\.postMessage\",\"kind\":\"STATUS\",\"status\":429,\"retryAfter\":3,\"times\":1}");

        assertThat(post("Refused").status()).isEqualTo(429);
        assertThat(post("Taken").json().path("ok").booleanValue()).isTrue();
        assertThat(inbox()).contains("Taken").doesNotContain("Refused");
    }

    @Test
    void answersInSlacksOwnWord() {
        outgoing("{\"calls\":\"chat\",\"kind\":\"SLACK_ERROR\",\"error\":\"channel_not_found\",\"times\":1}");

        assertThat(post("No such place").json().path("error").stringValue()).isEqualTo("channel_not_found");
    }

    @Test
    void acceptsAMessageAndLosesTheReply() {
        outgoing("{\"calls\":\"chat\",\"kind\":\"LOSE_REPLY\",\"times\":1}");

        assertThatThrownBy(() -> post("Accepted all the same")).isInstanceOf(UncheckedIOException.class);
        assertThat(accepted("Accepted all the same").path("answered").booleanValue())
                .isFalse();
    }

    @Test
    void acceptsAMessageAndBreaksOffInTheAnswer() {
        outgoing("{\"calls\":\"chat\",\"kind\":\"CUT_OFF\",\"times\":1}");

        assertThatThrownBy(() -> post("Half an answer")).isInstanceOf(UncheckedIOException.class);
        assertThat(inbox()).contains("Half an answer");
    }

    @Test
    void tellsThatAnAnswerLeft() {
        post("Answered");

        assertThat(accepted("Answered").path("answered").booleanValue()).isTrue();
    }

    @Test
    void refusesOnlyWhatIsPostedToOnePlace() {
        outgoing("{\"calls\":\"chat.*channel=U0TOMREED01\",\"kind\":\"SLACK_ERROR\",\"error\":\"user_not_found\"}");

        assertThat(post("For somebody else").json().path("ok").booleanValue()).isTrue();
        assertThat(trial.get("/mishaps").path("outgoing").longValue()).isZero();
        outgoing("{\"calls\":\"chat.*channel=U0ASHAPATEL\",\"kind\":\"SLACK_ERROR\",\"error\":\"user_not_found\"}");
        assertThat(post("For her").json().path("error").stringValue()).isEqualTo("user_not_found");
    }

    @Test
    void hangsUpWithoutAccepting() {
        outgoing("{\"calls\":\"chat\",\"kind\":\"HANG_UP\",\"times\":1}");

        assertThatThrownBy(() -> post("Never there")).isInstanceOf(UncheckedIOException.class);
        assertThat(inbox()).doesNotContain("Never there");
    }

    @Test
    void makesTheSameThingsGoWrongFromTheSameSeed() {
        assertThat(fatesOfTwenty(7)).isEqualTo(fatesOfTwenty(7)).contains("429", "200");
        assertThat(fatesOfTwenty(8)).isNotEqualTo(fatesOfTwenty(7));
    }

    @Test
    void repeatsARequestToTheBot() {
        incoming("{\"kind\":\"REPEAT\",\"copies\":2,\"millis\":0,\"times\":1}");

        opensTheHomeTab();

        String first = eventId();
        assertThat(eventId()).isEqualTo(first);
        assertThat(eventId()).isEqualTo(first);
    }

    @Test
    void losesARequestToTheBotForGood() {
        incoming("{\"kind\":\"DISCARD\",\"times\":1}");

        JsonNode outcome = trial.post(
                        "/page/slack/asha-patel/conversations/D0ASHAPATEL/commands", "{\"text\":\"/second-look\"}")
                .json();

        assertThat(outcome.path("trouble").asString("")).isEmpty();
        assertThat(trial.get("/mishaps").path("incoming").longValue()).isEqualTo(1);
    }

    @Test
    void sendsOnceMoreWhatTheBotHasHad() {
        opensTheHomeTab();
        String first = eventId();

        JsonNode again = trial.post("/mishaps/incoming/again?most=1", "").json();

        assertThat(again.path("sent").intValue()).isEqualTo(1);
        assertThat(again.path("refused").intValue()).isZero();
        assertThat(eventId()).isEqualTo(first);
    }

    @Test
    void tellsWhoCanReadWhatWasAccepted() {
        post("For one person");

        assertThat(inbox()).contains("\"readers\":[\"asha-patel\"]").contains("For one person");
    }

    @Test
    void countsPostsToAConversationWithinASecond() {
        for (int i = 0; i < 12; i++) {
            post("Faster than Slack takes them");
        }

        assertThat(trial.get("/mishaps").at("/mostInASecond/slack~1U0ASHAPATEL").intValue())
                .isGreaterThan(1);
    }

    private static JsonNode accepted(String words) {
        return trial.get("/mishaps/inbox")
                .valueStream()
                .filter(entry -> entry.path("message").toString().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String fatesOfTwenty(int seed) {
        put("outgoing", seed, "{\"calls\":\"chat\",\"kind\":\"STATUS\",\"status\":429,\"chance\":0.5}");
        StringBuilder fates = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            fates.append(post("By chance").status()).append(' ');
        }
        return fates.toString();
    }

    private static void outgoing(String rule) {
        put("outgoing", 1, rule);
    }

    private static void incoming(String rule) {
        put("incoming", 1, rule);
    }

    private static void put(String way, int seed, String rule) {
        String plan = "{\"seed\":%d,\"rules\":[%s]}".formatted(seed, rule);
        assertThat(trial.send("PUT", "/mishaps/" + way, plan, Map.of()).status())
                .isEqualTo(200);
    }

    private static Trial.Response post(String text) {
        return trial.form(
                "/slack/api/chat.postMessage",
                Map.of("token", Trial.NHS_TOKEN, "channel", "U0ASHAPATEL", "text", text));
    }

    private static String inbox() {
        return trial.get("/mishaps/inbox").toString();
    }

    private static void opensTheHomeTab() {
        trial.post("/page/slack/asha-patel/app-home", "{\"tab\":\"home\"}");
    }

    private static String eventId() {
        return trial.bot().next("app_home_opened").json().path("event_id").stringValue();
    }
}
