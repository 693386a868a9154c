package org.secondlook.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.secondlook.playground.trial.StandInBot.Reply;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

/** What a person does in the client, and what the bot gets of it. */
class TeamsClientTest {

    private static final String PRIYA = "/page/teams/priya-shah";
    private static final String CHAT = PRIYA + "/conversations/a:priya-shah";
    private static final String CHANNEL = "19:playground-assessment-team@thread.tacv2";
    private static final String CARD = """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"TextBlock","text":"%s"},
              {"type":"Input.Text","id":"what","label":"What","isRequired":true,"errorMessage":"Say what"}],
             "actions":[{"type":"Action.Execute","title":"Continue","verb":"next","data":{"token":"t"}},
              {"type":"Action.Submit","title":"Send","data":{"token":"s"}},
              {"type":"Action.Submit","title":"Read it","associatedInputs":"none",
               "data":{"token":"r","msteams":{"type":"task/fetch"}}}]}""";

    @RegisterExtension
    static final Trial trial = new Trial();

    @Test
    void tellsTheBotOfAMessageAsTeamsDoes() {
        trial.post(CHAT + "/messages", "{\"text\":\"cases\"}");

        JsonNode activity = trial.bot().next("message").json();
        assertThat(activity.path("text").stringValue()).isEqualTo("cases");
        assertThat(activity.path("textFormat").stringValue()).isEqualTo("plain");
        assertThat(activity.path("channelId").stringValue()).isEqualTo("msteams");
        assertThat(activity.path("serviceUrl").stringValue()).endsWith("/teams/connector/" + LoginTest.COUNCIL + "/");
        assertThat(activity.at("/from/aadObjectId").stringValue()).isEqualTo("11111111-0000-4000-8000-000000000102");
        assertThat(activity.at("/conversation/id").stringValue()).isEqualTo("a:priya-shah");
        assertThat(activity.at("/conversation/conversationType").stringValue()).isEqualTo("personal");
        assertThat(activity.at("/conversation/tenantId").stringValue()).isEqualTo(LoginTest.COUNCIL);
        assertThat(activity.at("/channelData/tenant/id").stringValue()).isEqualTo(LoginTest.COUNCIL);
        assertThat(activity.at("/recipient/id").stringValue()).isEqualTo("28:" + LoginTest.COUNCIL_APP);
        assertThat(activity.path("locale").stringValue()).isEqualTo("en-GB");
        assertThat(activity.path("localTimezone").stringValue()).isEqualTo("Europe/London");
        assertThat(activity.path("localTimestamp").stringValue()).isNotEmpty();
    }

    @Test
    void tellsTheBotOfAChannelOnlyWhenMentioned() {
        String path = PRIYA + "/conversations/" + CHANNEL + "/messages";
        trial.post(path, "{\"text\":\"Morning all\"}");
        String root = trial.post(path, "{\"text\":\"@Second Look help\"}")
                .json()
                .path("id")
                .stringValue();

        JsonNode activity = trial.bot().next("message").json();
        assertThat(activity.path("text").stringValue()).isEqualTo("<at>Second Look</at> help");
        assertThat(activity.at("/entities/1/mentioned/id").stringValue()).isEqualTo("28:" + LoginTest.COUNCIL_APP);
        assertThat(activity.at("/conversation/id").stringValue()).isEqualTo(CHANNEL + ";messageid=" + root);
        assertThat(activity.at("/conversation/isGroup").booleanValue()).isTrue();
        assertThat(activity.at("/channelData/team/id").stringValue())
                .isEqualTo("19:playground-childrens-social-care@thread.tacv2");
        assertThat(activity.at("/channelData/channel/id").stringValue()).isEqualTo(CHANNEL);
    }

    @Test
    void deliversAMessageOnceMoreWhenItWasNotTaken() {
        trial.bot().answering(new Reply(500, ""));
        trial.post(CHAT + "/messages", "{\"text\":\"twice\"}");

        assertThat(trial.bot().next("message").body())
                .isEqualTo(trial.bot().next("message").body());
    }

    @Test
    void tellsTheBotOnceThatAPersonOpenedTheChat() {
        String chat = "/page/teams/dan-moore/conversations/a:dan-moore";
        trial.post(chat + "/read", "");
        JsonNode added = nextOfDan();
        assertThat(added.path("type").stringValue()).isEqualTo("conversationUpdate");
        assertThat(added.at("/membersAdded/0/id").stringValue()).isEqualTo("28:" + LoginTest.COUNCIL_APP);
        JsonNode installed = nextOfDan();
        assertThat(installed.path("type").stringValue()).isEqualTo("installationUpdate");
        assertThat(installed.path("action").stringValue()).isEqualTo("add");

        trial.post(chat + "/read", "");
        trial.post(chat + "/messages", "{\"text\":\"after\"}");
        assertThat(nextOfDan().path("type").stringValue()).isEqualTo("message");
    }

    private static JsonNode nextOfDan() {
        return trial.bot()
                .next(request ->
                        request.json().at("/conversation/id").asString("").equals("a:dan-moore"))
                .json();
    }

    @Nested
    class OnACard {

        @Test
        void executeSendsAnInvokeAndShowsTheCardThatComesBack() {
            String id = post("First");
            trial.bot()
                    .answering(Reply.json(
                            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":"
                                    + CARD.formatted("Second") + "}"));
            press(id, 0, "{\"what\":\"A decision\"}");

            JsonNode invoke = trial.bot().next("invoke").json();
            assertThat(invoke.path("name").stringValue()).isEqualTo("adaptiveCard/action");
            assertThat(invoke.path("replyToId").stringValue()).isEqualTo(id);
            assertThat(invoke.at("/value/trigger").stringValue()).isEqualTo("manual");
            assertThat(invoke.at("/value/action/verb").stringValue()).isEqualTo("next");
            assertThat(invoke.at("/value/action/data/what").stringValue()).isEqualTo("A decision");
            assertThat(invoke.at("/value/action/data/token").stringValue()).isEqualTo("t");
            assertThat(text(id)).isEqualTo("Second");
        }

        @Test
        void aCardThatComesBackIsForThePersonWhoPressed() {
            String id = postInChannel("First");
            trial.bot()
                    .answering(Reply.json(
                            "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":"
                                    + CARD.formatted("Mine") + "}"));
            trial.post(
                    PRIYA + "/conversations/" + CHANNEL + "/messages/" + id + "/actions",
                    "{\"element\":\"/attachments/0/content/actions/0\",\"inputs\":{\"what\":\"x\"}}");

            assertThat(inChannel("priya-shah", id)).isEqualTo("Mine");
            assertThat(inChannel("sam-ellis", id)).isEqualTo("First");
        }

        @Test
        void executeMayAnswerWithAMessageOrAnError() {
            String id = post("First");
            trial.bot()
                    .answering(
                            Reply.json(
                                    "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\",\"value\":\"Saved\"}"));
            assertThat(press(id, 0, "{\"what\":\"x\"}").path("toast").stringValue())
                    .isEqualTo("Saved");

            trial.bot()
                    .answering(Reply.json("{\"statusCode\":400,\"type\":\"application/vnd.microsoft.error\","
                            + "\"value\":{\"code\":\"BadRequest\",\"message\":\"no\"}}"));
            assertThat(press(id, 0, "{\"what\":\"x\"}").path("trouble").stringValue())
                    .isEqualTo("Something went wrong. Please try again. (no)");

            trial.bot().answering(new Reply(500, ""));
            assertThat(press(id, 0, "{\"what\":\"x\"}").path("trouble").stringValue())
                    .isEqualTo("Unable to reach app. Please try again.");
        }

        @Test
        void refusesACardThatTeamsWouldRefuse() {
            String id = post("First");
            trial.bot()
                    .answering(Reply.json("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\","
                            + "\"value\":{\"type\":\"AdaptiveCard\",\"version\":\"1.6\"}}"));

            assertThat(press(id, 0, "{\"what\":\"x\"}").path("trouble").stringValue())
                    .contains("/version");
        }

        @Test
        void asksForRequiredInputsItself() {
            assertThat(press(post("First"), 0, "{}").at("/errors/what").stringValue())
                    .isEqualTo("Say what");
        }

        @Test
        void submitSendsAMessageWithAValue() {
            String id = post("First");
            press(id, 1, "{\"what\":\"A decision\"}");

            JsonNode activity = trial.bot().next("message").json();
            assertThat(activity.at("/value/token").stringValue()).isEqualTo("s");
            assertThat(activity.at("/value/what").stringValue()).isEqualTo("A decision");
            assertThat(activity.path("replyToId").stringValue()).isEqualTo(id);
            assertThat(activity.has("text")).isFalse();
        }

        private JsonNode press(String id, int action, String inputs) {
            return TeamsClientTest.press(id, action, inputs);
        }
    }

    @Nested
    class InADialog {

        private static final String OPEN =
                "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"%s\",\"card\":{\"contentType\":"
                        + "\"application/vnd.microsoft.card.adaptive\",\"content\":%s}}}}";

        @Test
        void fetchOpensAndSubmitReplacesShowsOrCloses() {
            String id = post("First");
            trial.bot().answering(Reply.json(OPEN.formatted("Read", CARD.formatted("Words"))));
            press(id, 2, "{}");

            JsonNode fetch = trial.bot().next("invoke").json();
            assertThat(fetch.path("name").stringValue()).isEqualTo("task/fetch");
            assertThat(fetch.at("/value/data/token").stringValue()).isEqualTo("r");
            assertThat(trial.get(PRIYA).at("/dialog/title").stringValue()).isEqualTo("Read");

            trial.bot().answering(Reply.json(OPEN.formatted("Next", CARD.formatted("More"))));
            submit("{\"what\":\"x\"}");
            JsonNode submit = trial.bot().next("invoke").json();
            assertThat(submit.path("name").stringValue()).isEqualTo("task/submit");
            assertThat(submit.at("/value/data/what").stringValue()).isEqualTo("x");
            assertThat(submit.path("replyToId").stringValue()).isEqualTo(id);
            assertThat(trial.get(PRIYA).at("/dialog/title").stringValue()).isEqualTo("Next");

            trial.bot().answering(Reply.json("{\"task\":{\"type\":\"message\",\"value\":\"Sent\"}}"));
            submit("{\"what\":\"x\"}");
            assertThat(trial.get(PRIYA).at("/dialog/message").stringValue()).isEqualTo("Sent");
        }

        @Test
        void anEmptyAnswerCloses() {
            trial.bot().answering(Reply.json(OPEN.formatted("Read", CARD.formatted("Words"))));
            press(post("First"), 2, "{}");
            trial.bot().answering(Reply.empty());
            submit("{\"what\":\"x\"}");

            assertThat(trial.get(PRIYA).has("dialog")).isFalse();
        }

        @Test
        void isClosedByThePerson() {
            trial.bot().answering(Reply.json(OPEN.formatted("Read", CARD.formatted("Words"))));
            press(post("First"), 2, "{}");
            trial.send("DELETE", PRIYA + "/dialog", "", Map.of());

            assertThat(trial.get(PRIYA).has("dialog")).isFalse();
        }

        private JsonNode submit(String inputs) {
            return trial.post(PRIYA + "/dialog/actions", "{\"element\":\"/actions/1\",\"inputs\":" + inputs + "}")
                    .json();
        }
    }

    private static JsonNode press(String id, int action, String inputs) {
        String body = "{\"element\":\"/attachments/0/content/actions/%d\",\"inputs\":%s}";
        return trial.post(CHAT + "/messages/" + id + "/actions", body.formatted(action, inputs))
                .json();
    }

    private static String post(String text) {
        return connector("a:priya-shah", text);
    }

    private static String postInChannel(String text) {
        return connector(CHANNEL, text);
    }

    private static String connector(String conversation, String text) {
        String token =
                LoginTest.token(trial, Map.of()).json().path("access_token").stringValue();
        return trial.send(
                        "POST",
                        "/teams/connector/" + LoginTest.COUNCIL + "/v3/conversations/" + conversation + "/activities",
                        "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                                + "\"content\":" + CARD.formatted(text) + "}]}",
                        Map.of("Authorization", "Bearer " + token))
                .json()
                .path("id")
                .stringValue();
    }

    private static String text(String id) {
        return text(trial.get(CHAT), id);
    }

    private static String inChannel(String person, String id) {
        return text(trial.get("/page/teams/" + person + "/conversations/" + CHANNEL), id);
    }

    private static String text(JsonNode conversation, String id) {
        return conversation
                .path("messages")
                .valueStream()
                .filter(message -> message.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow()
                .at("/attachments/0/content/body/0/text")
                .stringValue();
    }
}
