package org.secondlook.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class WebApiTest {

    private static final String CHANNEL = "C0HEALTHVIS";
    private static final String SECTION = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";

    @RegisterExtension
    static final Trial trial = new Trial();

    @Test
    void tokenDecidesTheWorkspace() {
        assertThat(call(Trial.NHS_TOKEN, "auth.test", "{}").path("team_id").stringValue())
                .isEqualTo("T0NSHIRENHS");
        assertThat(call(Trial.SCHOOL_TOKEN, "auth.test", "{}").path("team_id").stringValue())
                .isEqualTo("T0HILLSIDES");
        assertThat(call(Trial.SCHOOL_TOKEN, "conversations.info", "{\"channel\":\"C0HEALTHVIS\"}"))
                .isEqualTo(error("channel_not_found"));
    }

    @Test
    void refusesAnUnknownOrMissingToken() {
        assertThat(call("xoxb-other", "auth.test", "{}")).isEqualTo(error("invalid_auth"));
        assertThat(trial.form("/slack/api/auth.test", Map.of()).json()).isEqualTo(error("not_authed"));
        assertThat(call(Trial.NHS_TOKEN, "files.upload", "{}")).isEqualTo(error("unknown_method"));
        assertThat(call(Trial.NHS_TOKEN, "auth.test", "{nonsense")).isEqualTo(error("invalid_json"));
    }

    @Test
    void takesAFormWithTheTokenAndJsonInside() {
        JsonNode answer = trial.form(
                        "/slack/api/chat.postMessage",
                        Map.of(
                                "token",
                                Trial.NHS_TOKEN,
                                "channel",
                                "U0ASHAPATEL",
                                "text",
                                "Siân & Tom",
                                "blocks",
                                "[" + SECTION.formatted("Hello") + "]"))
                .json();

        assertThat(answer.path("ok").booleanValue()).isTrue();
        assertThat(answer.path("channel").stringValue()).isEqualTo("D0ASHAPATEL");
        assertThat(answer.path("message").path("text").stringValue()).isEqualTo("Siân & Tom");
        assertThat(answer.at("/message/blocks/0/block_id").stringValue()).isNotEmpty();
    }

    @Test
    void knowsPeopleAndConversations() {
        assertThat(call("users.info", "{\"user\":\"U0TOMREED01\"}")
                        .at("/user/real_name")
                        .stringValue())
                .isEqualTo("Tom Reed");
        assertThat(call("users.info", "{\"user\":\"U0BENCARTER\"}")).isEqualTo(error("user_not_found"));
        assertThat(call("users.list", "{}").path("members")).hasSize(7);
        assertThat(call("conversations.open", "{\"users\":\"U0TOMREED01\"}")
                        .at("/channel/id")
                        .stringValue())
                .isEqualTo("D0TOMREED01");
        assertThat(call("conversations.members", "{\"channel\":\"%s\"}".formatted(CHANNEL))
                        .path("members"))
                .hasSize(7);
        assertThat(call("conversations.list", "{\"types\":\"private_channel\"}").path("channels"))
                .hasSize(1);
        assertThat(call("team.info", "{}").at("/team/domain").stringValue()).isEqualTo("northshire-nhs");
    }

    @Test
    void isAMemberOnlyWhereItWasInvited() {
        assertThat(call("chat.postMessage", "{\"channel\":\"C0NHSGENRAL\",\"text\":\"Hello\"}"))
                .isEqualTo(error("not_in_channel"));
        assertThat(call("chat.postMessage", "{\"channel\":\"C0SAFEGUARD\",\"text\":\"Hello\"}"))
                .isEqualTo(error("channel_not_found"));
        assertThat(call("chat.postMessage", "{\"channel\":\"%s\"}".formatted(CHANNEL)))
                .isEqualTo(error("no_text"));
    }

    @Test
    void postsChangesAndDeletesInThreads() {
        String root = post(
                "{\"channel\":\"%s\",\"text\":\"Root\",\"blocks\":[%s]}".formatted(CHANNEL, SECTION.formatted("Root")));
        String reply = post("{\"channel\":\"%s\",\"text\":\"Reply\",\"thread_ts\":\"%s\"}".formatted(CHANNEL, root));

        assertThat(reply).isGreaterThan(root);
        assertThat(thread(root)).hasSize(2);
        assertThat(call("conversations.history", "{\"channel\":\"%s\",\"limit\":1}".formatted(CHANNEL))
                        .at("/messages/0/ts")
                        .stringValue())
                .isEqualTo(root);

        JsonNode updated =
                call("chat.update", "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"New\"}".formatted(CHANNEL, root));
        assertThat(updated.at("/message/text").stringValue()).isEqualTo("New");
        assertThat(updated.at("/message/blocks"))
                .as("blocks are kept unless given")
                .hasSize(1);

        call("chat.delete", "{\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(CHANNEL, reply));
        assertThat(thread(root)).hasSize(1);
        assertThat(call("chat.update", "{\"channel\":\"%s\",\"ts\":\"1.0\",\"text\":\"x\"}".formatted(CHANNEL)))
                .isEqualTo(error("message_not_found"));
    }

    @Test
    void changesOnlyItsOwnMessages() {
        String ts = trial.post("/page/slack/tom-reed/conversations/" + CHANNEL + "/messages", "{\"text\":\"Mine\"}")
                .json()
                .path("ts")
                .stringValue();

        assertThat(call("chat.update", "{\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"x\"}".formatted(CHANNEL, ts)))
                .isEqualTo(error("cant_update_message"));
        assertThat(call("chat.delete", "{\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(CHANNEL, ts)))
                .isEqualTo(error("cant_delete_message"));
    }

    @Test
    void showsAnEphemeralMessageToOnePersonOnly() {
        call(
                "chat.postEphemeral",
                "{\"channel\":\"%s\",\"user\":\"U0TOMREED01\",\"text\":\"Only Tom\"}".formatted(CHANNEL));

        assertThat(texts("tom-reed")).contains("Only Tom");
        assertThat(texts("asha-patel")).doesNotContain("Only Tom");
        assertThat(call("conversations.history", "{\"channel\":\"%s\"}".formatted(CHANNEL))
                        .toString())
                .doesNotContain("Only Tom");
        assertThat(call(
                        "chat.postEphemeral",
                        "{\"channel\":\"%s\",\"user\":\"U0BENCARTER\",\"text\":\"x\"}".formatted(CHANNEL)))
                .isEqualTo(error("user_not_in_channel"));
    }

    @Test
    void namesThePlaceOfABrokenLimit() {
        JsonNode answer = call(
                "chat.postMessage",
                "{\"channel\":\"U0ASHAPATEL\",\"text\":\"x\",\"blocks\":[%s]}"
                        .formatted(SECTION.formatted("x".repeat(3001))));

        assertThat(answer.path("error").stringValue()).isEqualTo("invalid_blocks");
        assertThat(answer.at("/response_metadata/messages/0").stringValue())
                .isEqualTo("[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
        assertThat(call("chat.postMessage", "{\"channel\":\"U0ASHAPATEL\",\"text\":\"x\",\"blocks\":\"no json\"}"))
                .isEqualTo(error("invalid_blocks_format"));
    }

    private static String post(String body) {
        return call("chat.postMessage", body).path("ts").stringValue();
    }

    private static JsonNode thread(String root) {
        return call("conversations.replies", "{\"channel\":\"%s\",\"ts\":\"%s\"}".formatted(CHANNEL, root))
                .path("messages");
    }

    private static String texts(String person) {
        return trial.get("/page/slack/" + person + "/conversations/" + CHANNEL)
                .path("messages")
                .toString();
    }

    private static JsonNode call(String method, String body) {
        return call(Trial.NHS_TOKEN, method, body);
    }

    private static JsonNode call(String token, String method, String body) {
        return trial.slack(token, method, body);
    }

    private static JsonNode error(String word) {
        return new SlackFault(word).toJson();
    }
}
