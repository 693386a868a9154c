package org.secondlook.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secondlook.playground.trial.StandInBot.Reply;
import org.secondlook.playground.trial.StandInBot.Request;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

/** What a person does in the client, and what the bot gets of it. */
class SlackClientTest {

    private static final String ASHA = "/page/slack/asha-patel";
    private static final String CHAT = ASHA + "/conversations/D0ASHAPATEL";
    private static final String MODAL = """
            {"type":"modal","callback_id":"raise","title":{"type":"plain_text","text":"%s"},
             "submit":{"type":"plain_text","text":"Continue"},"notify_on_close":true,"private_metadata":"sealed",
             "blocks":[{"type":"input","block_id":"what","label":{"type":"plain_text","text":"What?"},
              "element":{"type":"plain_text_input","action_id":"text","min_length":3}},
              {"type":"input","block_id":"soon","optional":true,"label":{"type":"plain_text","text":"How soon?"},
              "element":{"type":"radio_buttons","action_id":"pick","options":[
               {"value":"today","text":{"type":"plain_text","text":"Today"}},
               {"value":"later","text":{"type":"plain_text","text":"Later"}}]}},
              {"type":"actions","block_id":"more","elements":[
               {"type":"button","action_id":"help","value":"token","text":{"type":"plain_text","text":"Help"}}]}]}""";

    @RegisterExtension
    static final Trial trial = new Trial();

    @Test
    void signsTheRawBodyAsSlackDoes() throws Exception {
        trial.post(CHAT + "/commands", "{\"text\":\"/second-look Siân & co\"}");

        Request request = trial.bot().next("command");
        String timestamp = request.headers().get("x-slack-request-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("playground-slack-signing-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of()
                .formatHex(mac.doFinal(("v0:" + timestamp + ":" + request.body()).getBytes(StandardCharsets.UTF_8)));
        assertThat(request.headers()).containsEntry("x-slack-signature", "v0=" + signature);
        assertThat(Long.parseLong(timestamp)).isCloseTo(Instant.now().getEpochSecond(), within(5L));
        assertThat(request.headers().get("content-type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void sendsACommandAndShowsTheAnswer() {
        trial.bot().answering(Reply.json("{\"text\":\"Here is help\"}"));
        trial.post(CHAT + "/commands", "{\"text\":\"/second-look  help me\"}");

        assertThat(trial.bot().next("command").form())
                .containsEntry("command", "/second-look")
                .containsEntry("text", "help me")
                .containsEntry("team_id", "T0NSHIRENHS")
                .containsEntry("user_id", "U0ASHAPATEL")
                .containsEntry("channel_id", "D0ASHAPATEL")
                .containsEntry("channel_name", "directmessage")
                .containsEntry("api_app_id", "A0SECONDLK")
                .containsKeys("response_url", "trigger_id");
        assertThat(lastMessage().path("text").stringValue()).isEqualTo("Here is help");
        assertThat(lastMessage().path("is_ephemeral").booleanValue()).isTrue();
    }

    @Test
    void showsTheClientsOwnErrorWhenACommandFails() {
        trial.bot().answering(new Reply(500, ""));
        trial.post(CHAT + "/commands", "{\"text\":\"/second-look\"}");

        assertThat(lastMessage().path("text").stringValue())
                .isEqualTo("/second-look failed with the error \"dispatch_failed\"");
        assertThat(lastMessage().path("user").stringValue()).isEqualTo("USLACKBOT");
    }

    @Test
    void tellsTheBotOfAMessage() {
        trial.post(CHAT + "/messages", "{\"text\":\"I <3 cases & more\"}");

        JsonNode event = trial.bot().next("message").json().path("event");
        assertThat(event.path("text").stringValue()).isEqualTo("I &lt;3 cases &amp; more");
        assertThat(event.path("channel").stringValue()).isEqualTo("D0ASHAPATEL");
        assertThat(event.path("channel_type").stringValue()).isEqualTo("im");
        assertThat(event.path("event_ts")).isEqualTo(event.path("ts"));
    }

    @Test
    void tellsTheBotOfAMentionInAChannel() {
        trial.post(ASHA + "/conversations/C0HEALTHVIS/messages", "{\"text\":\"@Second Look help\"}");

        JsonNode event = trial.bot().next("app_mention").json().path("event");
        assertThat(event.path("text").stringValue()).isEqualTo("<@U0LOOKNHS01> help");
        assertThat(event.path("channel").stringValue()).isEqualTo("C0HEALTHVIS");
    }

    @Test
    void tellsTheBotThatItsHomeWasOpened() {
        trial.slack(
                Trial.NHS_TOKEN,
                "views.publish",
                "{\"user_id\":\"U0ASHAPATEL\",\"view\":{\"type\":\"home\",\"blocks\":[]}}");
        trial.post(ASHA + "/app-home", "{\"tab\":\"home\"}");

        JsonNode event = trial.bot().next("app_home_opened").json().path("event");
        assertThat(event.path("tab").stringValue()).isEqualTo("home");
        assertThat(event.path("view").path("id")).isEqualTo(trial.get(ASHA).at("/home/id"));
    }

    @Nested
    class InAMessage {

        @Test
        void pressingAButtonSendsItWithTheStateOfTheMessage() {
            String ts = post("""
                    {"type":"actions","block_id":"b","elements":[
                     {"type":"button","action_id":"read","value":"token","text":{"type":"plain_text","text":"Read it"}},
                     {"type":"datepicker","action_id":"day","initial_date":"2026-12-01"}]}""");
            press(ts, "/blocks/0/elements/0", "{\"b\":{\"day\":\"2026-12-03\"}}");

            JsonNode payload = trial.bot().next("block_actions").json();
            assertThat(payload.at("/actions/0/value").stringValue()).isEqualTo("token");
            assertThat(payload.at("/actions/0/block_id").stringValue()).isEqualTo("b");
            assertThat(payload.at("/state/values/b/day/selected_date").stringValue())
                    .isEqualTo("2026-12-03");
            assertThat(payload.at("/container/message_ts").stringValue()).isEqualTo(ts);
            assertThat(payload.at("/message/ts").stringValue()).isEqualTo(ts);
            assertThat(payload.at("/channel/id").stringValue()).isEqualTo("D0ASHAPATEL");
            assertThat(payload.at("/user/id").stringValue()).isEqualTo("U0ASHAPATEL");
            assertThat(payload.path("trigger_id").stringValue()).isNotEmpty();

            String url = payload.path("response_url").stringValue();
            assertThat(trial.post(url, "{\"text\":\"Done\",\"replace_original\":true}")
                            .status())
                    .isEqualTo(200);
            assertThat(lastMessage().path("text").stringValue()).isEqualTo("Done");
        }

        @Test
        void showsTheClientsOwnErrorWhenTheBotDoesNotAnswer() {
            String ts = post("""
                    {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Read it"}}]}""");
            trial.bot().answering(new Reply(404, ""));

            assertThat(press(ts, "/blocks/0/elements/0", "{}").path("trouble").stringValue())
                    .isEqualTo("We had some trouble connecting. Try again?");
        }

        @Test
        void searchesAnExternalSelect() {
            String ts = post(
                    "{\"type\":\"actions\",\"block_id\":\"b\",\"elements\":[{\"type\":\"external_select\",\"action_id\":\"who\"}]}");
            trial.bot()
                    .answering(Reply.json(
                            "{\"options\":[{\"text\":{\"type\":\"plain_text\",\"text\":\"Priya\"},\"value\":\"p\"}]}"));
            String body =
                    "{\"place\":{\"conversation\":\"D0ASHAPATEL\",\"ts\":\"%s\"},\"element\":\"/blocks/0/elements/0\","
                            + "\"text\":\"Pri\"}";
            JsonNode options = trial.post(ASHA + "/options", body.formatted(ts)).json();

            assertThat(options.at("/0/value").stringValue()).isEqualTo("p");
            JsonNode payload = trial.bot().next("block_suggestion").json();
            assertThat(payload.path("value").stringValue()).isEqualTo("Pri");
            assertThat(payload.path("action_id").stringValue()).isEqualTo("who");
        }

        private String post(String block) {
            return trial.slack(
                            Trial.NHS_TOKEN,
                            "chat.postMessage",
                            "{\"channel\":\"U0ASHAPATEL\",\"text\":\"New\",\"blocks\":[" + block + "]}")
                    .path("ts")
                    .stringValue();
        }

        private JsonNode press(String ts, String element, String values) {
            String body =
                    "{\"place\":{\"conversation\":\"D0ASHAPATEL\",\"ts\":\"%s\"},\"element\":\"%s\",\"values\":%s}";
            return trial.post(ASHA + "/actions", body.formatted(ts, element, values))
                    .json();
        }
    }

    @Nested
    class InAModal {

        @Test
        void opensFromAShortcutWithinTheRequest() {
            open("First");

            JsonNode modal = trial.get(ASHA).path("modal");
            assertThat(modal.at("/title/text").stringValue()).isEqualTo("First");
            assertThat(modal.path("root_view_id")).isEqualTo(modal.path("id"));
            assertThat(modal.path("hash").stringValue()).isNotEmpty();
        }

        @Test
        void submitsWhatWasFilledInAndClosesOnAnEmptyAnswer() {
            String view = open("First");
            JsonNode outcome = submit(view, "{\"what\":{\"text\":\"A decision\"},\"soon\":{\"pick\":\"today\"}}");

            assertThat(outcome.isEmpty()).isTrue();
            JsonNode payload = trial.bot().next("view_submission").json();
            assertThat(payload.at("/view/state/values/what/text/value").stringValue())
                    .isEqualTo("A decision");
            assertThat(payload.at("/view/state/values/soon/pick/selected_option/text/text")
                            .stringValue())
                    .isEqualTo("Today");
            assertThat(payload.at("/view/private_metadata").stringValue()).isEqualTo("sealed");
            assertThat(payload.at("/view/callback_id").stringValue()).isEqualTo("raise");
            assertThat(trial.get(ASHA).has("modal")).isFalse();
        }

        @Test
        void asksForRequiredInputsItself() {
            JsonNode outcome = submit(open("First"), "{}");

            assertThat(outcome.at("/errors/what").stringValue()).isEqualTo("Please complete this required field.");
            assertThat(outcome.path("errors").has("soon")).isFalse();
            assertThat(submit(modalId(), "{\"what\":{\"text\":\"ab\"}}")
                            .at("/errors/what")
                            .stringValue())
                    .contains("at least 3");
        }

        @Test
        void followsEachResponseAction() {
            String view = open("First");
            trial.bot().answering(Reply.json("{\"response_action\":\"errors\",\"errors\":{\"what\":\"Say more\"}}"));
            assertThat(submit(view).at("/errors/what").stringValue()).isEqualTo("Say more");

            trial.bot()
                    .answering(
                            Reply.json("{\"response_action\":\"update\",\"view\":" + MODAL.formatted("Second") + "}"));
            submit(view);
            assertThat(trial.get(ASHA).at("/modal/title/text").stringValue()).isEqualTo("Second");
            assertThat(modalId()).isEqualTo(view);

            trial.bot()
                    .answering(Reply.json("{\"response_action\":\"push\",\"view\":" + MODAL.formatted("Third") + "}"));
            submit(view);
            assertThat(trial.get(ASHA).path("modals").intValue()).isEqualTo(2);
            assertThat(trial.get(ASHA).at("/modal/previous_view_id").stringValue())
                    .isEqualTo(view);

            trial.bot().answering(Reply.json("{\"response_action\":\"clear\"}"));
            submit(modalId());
            assertThat(trial.get(ASHA).path("modals").intValue()).isZero();
        }

        @Test
        void refusesAnAnswerThatSlackWouldRefuse() {
            String view = open("First");
            trial.bot().answering(Reply.json("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}"));

            assertThat(submit(view).path("trouble").stringValue())
                    .startsWith("We had some trouble connecting.")
                    .contains("missing required field: title");
        }

        @Test
        void stacksAtMostThreeDeep() {
            open("First");
            assertThat(push("Second").path("ok").booleanValue()).isTrue();
            assertThat(push("Third").path("ok").booleanValue()).isTrue();
            assertThat(push("Fourth").path("error").stringValue()).isEqualTo("push_limit_reached");
        }

        @Test
        void updatesByIdOrExternalIdUnlessTheHashIsOld() {
            String view = open("First");
            String hash = trial.get(ASHA).at("/modal/hash").stringValue();
            String body = "{\"view_id\":\"%s\",\"hash\":\"%s\",\"view\":%s}";

            JsonNode updated = call("views.update", body.formatted(view, hash, MODAL.formatted("Second")));
            assertThat(updated.at("/view/hash").stringValue()).isNotEqualTo(hash);
            assertThat(call("views.update", body.formatted(view, hash, MODAL.formatted("Third")))
                            .path("error")
                            .stringValue())
                    .isEqualTo("hash_conflict");
            assertThat(call("views.update", "{\"external_id\":\"none\",\"view\":%s}".formatted(MODAL.formatted("x")))
                            .path("error")
                            .stringValue())
                    .isEqualTo("not_found");
            assertThat(call("views.update", body.formatted("V0", "", MODAL.formatted("x")))
                            .path("error")
                            .stringValue())
                    .isEqualTo("not_found");
        }

        @Test
        void pressesAButtonWithWhatWasTyped() {
            String view = open("First");
            String body =
                    "{\"place\":{\"view\":\"%s\"},\"element\":\"/blocks/2/elements/0\",\"values\":{\"what\":{\"text\":\"So far\"}}}";
            trial.post(ASHA + "/actions", body.formatted(view));

            JsonNode payload = trial.bot().next("block_actions").json();
            assertThat(payload.at("/view/state/values/what/text/value").stringValue())
                    .isEqualTo("So far");
            assertThat(payload.at("/container/view_id").stringValue()).isEqualTo(view);
            assertThat(payload.has("response_url")).isFalse();
        }

        @Test
        void tellsTheBotWhenItIsClosed() {
            String view = open("First");
            trial.post(ASHA + "/views/" + view + "/closing", "{\"whole\":false}");

            JsonNode payload = trial.bot().next("view_closed").json();
            assertThat(payload.at("/view/id").stringValue()).isEqualTo(view);
            assertThat(payload.path("is_cleared").booleanValue()).isFalse();
            assertThat(trial.get(ASHA).has("modal")).isFalse();
        }

        private String open(String title) {
            trial.post(ASHA + "/shortcuts/raise", "");
            String trigger =
                    trial.bot().next("shortcut").json().path("trigger_id").stringValue();
            JsonNode opened = call(
                    "views.open", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, MODAL.formatted(title)));
            return opened.at("/view/id").stringValue();
        }

        private JsonNode push(String title) {
            String press = "{\"place\":{\"view\":\"%s\"},\"element\":\"/blocks/2/elements/0\"}";
            trial.post(ASHA + "/actions", press.formatted(modalId()));
            String trigger =
                    trial.bot().next("block_actions").json().path("trigger_id").stringValue();
            return call("views.push", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, MODAL.formatted(title)));
        }

        private JsonNode submit(String view) {
            return submit(view, "{\"what\":{\"text\":\"A decision\"}}");
        }

        private JsonNode submit(String view, String values) {
            return trial.post(ASHA + "/views/" + view + "/submission", "{\"values\":" + values + "}")
                    .json();
        }

        private String modalId() {
            return trial.get(ASHA).at("/modal/id").stringValue();
        }

        private JsonNode call(String method, String body) {
            return trial.slack(Trial.NHS_TOKEN, method, body);
        }
    }

    private static JsonNode lastMessage() {
        JsonNode messages = trial.get(CHAT).path("messages");
        return messages.get(messages.size() - 1);
    }
}
