package org.secondlook.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class ConnectorTest {

    private static final String CONVERSATIONS = "/teams/connector/" + LoginTest.COUNCIL + "/v3/conversations";
    private static final String PERSONAL = CONVERSATIONS + "/a:priya-shah";
    private static final String CHANNEL = "19:playground-assessment-team@thread.tacv2";
    private static final String HELLO = "{\"type\":\"message\",\"text\":\"Hello\"}";

    @RegisterExtension
    static final Trial trial = new Trial();

    private String token = "";

    @BeforeEach
    void logIn() {
        token = LoginTest.token(trial, Map.of()).json().path("access_token").stringValue();
    }

    @Test
    void wantsATokenOfThisTenant() {
        String elsewhere = "/teams/connector/22222222-0000-4000-8000-000000000001/v3/conversations/a:beth-long";

        assertThat(trial.post(PERSONAL + "/activities", HELLO).status()).isEqualTo(401);
        assertThat(call("POST", elsewhere + "/activities", HELLO).status()).isEqualTo(401);
    }

    @Test
    void createsTheOnePersonalConversation() {
        String body =
                "{\"members\":[{\"id\":\"29:1playground-priya-shah\"}],\"channelData\":{\"tenant\":{\"id\":\"%s\"}}}"
                        .formatted(LoginTest.COUNCIL);

        assertThat(call("POST", CONVERSATIONS, body).json().path("id").stringValue())
                .isEqualTo("a:priya-shah");
        assertThat(call("POST", CONVERSATIONS, body.replace("priya", "beth")))
                .satisfies(error(403, "BotNotInConversationRoster"));
        assertThat(call("POST", CONVERSATIONS, body.replace("0001\"", "0009\"")))
                .satisfies(error(400, "BadSyntax"));
    }

    @Test
    void postsUpdatesAndDeletes() {
        Trial.Response posted = call("POST", PERSONAL + "/activities", HELLO);
        assertThat(posted.status()).isEqualTo(201);
        String id = posted.json().path("id").stringValue();
        String activity = PERSONAL + "/activities/" + id;

        assertThat(call("PUT", activity, HELLO.replace("Hello", "New"))
                        .json()
                        .path("id")
                        .stringValue())
                .isEqualTo(id);
        assertThat(messages("a:priya-shah").toString()).contains("New").doesNotContain("Hello");
        assertThat(call("DELETE", activity, "").status()).isEqualTo(200);
        assertThat(messages("a:priya-shah").toString()).doesNotContain("New");
        assertThat(call("PUT", activity, HELLO)).satisfies(error(404, "ActivityNotFoundInConversation"));
    }

    @Test
    void changesOnlyItsOwnActivities() {
        String id = trial.post("/page/teams/priya-shah/conversations/a:priya-shah/messages", "{\"text\":\"Mine\"}")
                .json()
                .path("id")
                .stringValue();

        assertThat(call("PUT", PERSONAL + "/activities/" + id, HELLO)).satisfies(error(403, "Forbidden"));
    }

    @Test
    void startsAndContinuesThreadsOfAChannel() {
        JsonNode created = call(
                        "POST",
                        CONVERSATIONS,
                        "{\"isGroup\":true,\"channelData\":{\"channel\":{\"id\":\"%s\"}},\"activity\":%s}"
                                .formatted(CHANNEL, HELLO))
                .json();
        String root = created.path("activityId").stringValue();
        assertThat(created.path("id").stringValue()).isEqualTo(CHANNEL + ";messageid=" + root);

        String raw = CONVERSATIONS + "/" + CHANNEL + ";messageid=" + root + "/activities";
        String encoded =
                CONVERSATIONS + "/19%3Aplayground-assessment-team%40thread.tacv2%3Bmessageid%3D" + root + "/activities";
        String first = call("POST", raw, HELLO).json().path("id").stringValue();
        call("POST", encoded, HELLO);
        call("POST", CONVERSATIONS + "/" + CHANNEL + "/activities/" + first, HELLO);

        assertThat(messages(CHANNEL))
                .filteredOn(message -> message.path("root").asString("").equals(root))
                .hasSize(3);
        assertThat(call("POST", raw.replace(root, "1"), HELLO)).satisfies(error(404, "ConversationNotFound"));
    }

    @Test
    void listsTheRoster() {
        JsonNode members =
                call("GET", CONVERSATIONS + "/" + CHANNEL + "/members", "").json();
        assertThat(members).hasSize(6);
        assertThat(call("GET", PERSONAL + "/pagedmembers", "").json().path("members"))
                .hasSize(1);

        JsonNode priya =
                call("GET", PERSONAL + "/members/29:1playground-priya-shah", "").json();
        assertThat(priya.path("aadObjectId").stringValue()).isEqualTo("11111111-0000-4000-8000-000000000102");
        assertThat(priya.path("tenantId").stringValue()).isEqualTo(LoginTest.COUNCIL);
        assertThat(call("GET", PERSONAL + "/members/29:other", ""))
                .satisfies(error(404, "MemberNotFoundInConversation"));
    }

    @Test
    void refusesWhatTeamsRefuses() {
        assertThat(call("POST", CONVERSATIONS + "/a:nobody/activities", HELLO))
                .satisfies(error(404, "ConversationNotFound"));
        assertThat(call("POST", PERSONAL + "/activities", "{\"type\":\"message\"}"))
                .satisfies(error(400, "BadSyntax"));
        assertThat(call("POST", PERSONAL + "/activities", "{nonsense")).satisfies(error(400, "BadSyntax"));
        assertThat(call("POST", PERSONAL + "/activities", HELLO.replace("Hello", "x".repeat(103_000))))
                .satisfies(error(413, "MessageSizeTooBig"));
        assertThat(call("POST", PERSONAL + "/activities", card("x".repeat(29_000))))
                .satisfies(error(413, "MessageSizeTooBig"));
        assertThat(call("POST", PERSONAL + "/activities", card("")))
                .satisfies(error(400, "BadSyntax"))
                .extracting(Trial.Response::body)
                .asString()
                .contains("[json-pointer:/body/0/text]");
    }

    @Test
    void takesATypingIndicatorAndShowsNothing() {
        int before = messages("a:priya-shah").size();

        assertThat(call("POST", PERSONAL + "/activities", "{\"type\":\"typing\"}")
                        .status())
                .isEqualTo(201);
        assertThat(messages("a:priya-shah")).hasSize(before);
    }

    private static String card(String text) {
        return "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                + "\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"type\":\"TextBlock\",\"text\":\""
                + text + "\"}]}}]}";
    }

    private static JsonNode messages(String conversation) {
        return trial.get("/page/teams/priya-shah/conversations/" + conversation).path("messages");
    }

    private Trial.Response call(String method, String path, String body) {
        return trial.send(method, path, body, Map.of("Authorization", "Bearer " + token));
    }

    private static Consumer<Trial.Response> error(int status, String code) {
        return response -> {
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.json().at("/error/code").stringValue()).isEqualTo(code);
        };
    }
}
