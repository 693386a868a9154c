package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Reply.Surface;
import org.secondlook.teams.card.Cards;
import org.secondlook.teams.card.Place;
import org.secondlook.teams.microsoft.FakeConnector.Request;
import org.secondlook.teams.microsoft.Samples;

/** Where an answer is shown, and to whom. */
class AnswersTest {

    private static final Reply SCREEN = Trial.reply(Surface.SCREEN, "A screen");
    private static final Reply TO_ALL = Trial.reply(Surface.MESSAGE, "A message to all");
    private static final String OWN_CARD = "1764583190000";
    private static final String CARD_IN_CHANNEL = "1764583200000";

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Nested
    class InAPersonalChat {

        @Test
        void aMessageIsAnsweredByACard() {
            trial.replies(SCREEN);
            trial.deliver(trial.sample("personal-message"));

            Request posted = only();
            assertThat(posted.method()).isEqualTo("POST");
            assertThat(posted.path()).isEqualTo("/v3/conversations/" + Samples.CHAT + "/activities");
            assertThat(posted.authorization()).contains("Bearer token-1-of-" + Samples.TENANT);
            assertThat(posted.body().path("summary").asText()).isEqualTo("An answer has come");
            assertThat(posted.body().has("channelData")).isFalse();
            assertThat(card(posted)).isEqualTo(drawn(SCREEN, Place.CHAT));
        }

        @Test
        void aPressIsAnsweredByTheCardInItsPlace() {
            trial.replies(SCREEN);
            HttpResponse<String> response = trial.deliver(trial.sample("personal-execute"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
            JsonNode answer = Trial.json(response.body());
            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            assertThat(answer.path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(answer.path("value")).isEqualTo(drawn(SCREEN, Place.CHAT));
        }

        @Test
        void theCardInItsPlaceStays() {
            trial.replies(SCREEN);
            trial.deliver(trial.sample("personal-execute"));

            assertReplaced(Samples.CHAT, OWN_CARD, drawn(SCREEN, Place.CHAT));
        }

        @Test
        void aPressIsAnsweredThoughTheCardCannotStay() {
            trial.replies(SCREEN);
            trial.teams.answer(429, "{\"error\":{\"code\":\"Throttled\"}}");
            HttpResponse<String> response = trial.deliver(trial.sample("personal-execute"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(Trial.json(response.body()).path("value")).isEqualTo(drawn(SCREEN, Place.CHAT));
            assertThat(methods()).containsExactly("PUT");
        }

        @Test
        void whatIsShownBesideTheCardLeavesItAsItIs() {
            Reply beside = Trial.reply(Surface.BESIDE, "Not now");
            trial.replies(beside);
            HttpResponse<String> response = trial.deliver(trial.sample("personal-execute"));

            assertThat(Trial.json(response.body()).path("type").asText())
                    .isEqualTo("application/vnd.microsoft.activity.message");
            assertThat(methods()).containsExactly("POST");
            assertThat(card(trial.teams.last())).isEqualTo(drawn(beside, Place.CHAT));
        }

        @Test
        void aPressOfAnOldClientReplacesTheCard() {
            trial.replies(SCREEN);
            trial.deliver(trial.sample("personal-submit"));

            assertReplaced(Samples.CHAT, OWN_CARD, drawn(SCREEN, Place.CHAT));
        }

        @Test
        void aCardThatIsGoneIsNotReplacedButFollowed() {
            trial.replies(SCREEN);
            trial.teams.answer(404, "{\"error\":{\"code\":\"ActivityNotFoundInConversation\"}}");

            assertThat(trial.deliver(trial.sample("personal-submit")).statusCode())
                    .isEqualTo(200);
            assertThat(methods()).containsExactly("PUT", "POST");
            assertThat(card(trial.teams.last())).isEqualTo(drawn(SCREEN, Place.CHAT));
        }

        @Test
        void aPressOfAnUnknownCardIsFollowed() {
            trial.replies(SCREEN);
            ObjectNode submit = trial.sample("personal-submit");
            submit.remove("replyToId");
            trial.deliver(submit);

            assertThat(only().method()).isEqualTo("POST");
        }

        @Test
        void anAnswerThatTeamsDoesNotTakeIsSaidToBeMissing() {
            trial.teams.answer(403, "{\"error\":{\"code\":\"MessageWritesBlocked\"}}");

            HttpResponse<String> response = trial.deliver(trial.sample("personal-message"));
            assertThat(response.statusCode()).isEqualTo(502);
            assertThat(response.body()).isEmpty();
            assertThat(trial.teams.requests()).hasSize(1);
            assertThat(trial.logged())
                    .contains("WARN Answer not taken by Teams")
                    .contains("403 MessageWritesBlocked");
        }
    }

    @Nested
    class InAChannel {

        @Test
        void aMentionIsAnsweredInItsThread() {
            trial.replies(SCREEN);
            trial.deliver(trial.sample("channel-mention"));

            assertThat(only().path()).isEqualTo("/v3/conversations/" + Samples.THREAD + "/activities");
            assertThat(card(only())).isEqualTo(drawn(SCREEN, Place.CHANNEL));
        }

        @Test
        void aPressIsAnsweredInADialog() {
            trial.replies(SCREEN);
            JsonNode task =
                    Trial.json(trial.deliver(trial.sample("task-fetch")).body()).path("task");

            assertThat(task.path("type").asText()).isEqualTo("continue");
            assertThat(task.at("/value/title").asText()).isEqualTo("A screen");
            assertThat(task.at("/value/card/contentType").asText())
                    .isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(task.at("/value/card/content")).isEqualTo(drawn(SCREEN, Place.DIALOG));
            assertThat(trial.teams.requests()).isEmpty();
        }

        @Test
        void aPressInADialogIsAnsweredThere() {
            trial.replies(SCREEN);
            JsonNode answer =
                    Trial.json(trial.deliver(trial.sample("task-submit")).body());

            assertThat(answer.at("/task/type").asText()).isEqualTo("continue");
            assertThat(answer.at("/task/value/card/content")).isEqualTo(drawn(SCREEN, Place.DIALOG));
        }

        @Test
        void whatIsForAllReplacesTheCardToo() {
            trial.replies(TO_ALL);
            HttpResponse<String> response = trial.deliver(trial.sample("task-fetch"));

            assertThat(Trial.json(response.body()).at("/task/value/title").asText())
                    .isEqualTo("A message to all");
            assertReplaced(Samples.THREAD, CARD_IN_CHANNEL, drawn(TO_ALL, Place.CHANNEL));
        }

        @Test
        void aClientWithoutDialogsShowsItInThePersonalChat() {
            trial.replies(SCREEN);
            trial.deliver(trial.sample("channel-submit"));

            assertThat(trial.teams.requests()).hasSize(2);
            Request opened = trial.teams.requests().get(0);
            assertThat(opened.path()).isEqualTo("/v3/conversations");
            assertThat(opened.body().at("/members/0/id").asText()).isEqualTo(Samples.PRIYA_IN_TEAMS);
            assertThat(trial.teams.last().path())
                    .isEqualTo("/v3/conversations/a:chat-of-" + Samples.PRIYA_IN_TEAMS + "/activities");
            assertThat(card(trial.teams.last())).isEqualTo(drawn(SCREEN, Place.CHAT));
        }

        @Test
        void aClientWithoutDialogsReplacesTheCardByWhatIsForAll() {
            trial.replies(TO_ALL);
            trial.deliver(trial.sample("channel-submit"));

            assertReplaced(Samples.THREAD, CARD_IN_CHANNEL, drawn(TO_ALL, Place.CHANNEL));
        }

        @Test
        void nobodyElseSeesWhatAPressOfACardShows() {
            trial.replies(SCREEN);
            JsonNode answer =
                    Trial.json(trial.deliver(trial.sample("channel-execute")).body());

            assertThat(answer.path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
            assertThat(answer.path("value").asText()).isEqualTo("An answer has come");
            assertThat(card(trial.teams.last())).isEqualTo(drawn(SCREEN, Place.CHAT));
            assertThat(trial.teams.requests())
                    .noneMatch(request -> request.path().contains("19:"));
        }

        @Test
        void everybodySeesWhatIsForAll() {
            trial.replies(TO_ALL);
            JsonNode answer =
                    Trial.json(trial.deliver(trial.sample("channel-execute")).body());

            assertThat(answer.path("value")).isEqualTo(drawn(TO_ALL, Place.CHANNEL));
            assertReplaced(Samples.THREAD, CARD_IN_CHANNEL, drawn(TO_ALL, Place.CHANNEL));
        }
    }

    private void assertReplaced(String conversation, String message, JsonNode card) {
        assertThat(only().method()).isEqualTo("PUT");
        assertThat(only().path()).isEqualTo("/v3/conversations/" + conversation + "/activities/" + message);
        assertThat(card(only())).isEqualTo(card);
    }

    private Request only() {
        assertThat(trial.teams.requests()).hasSize(1);
        return trial.teams.last();
    }

    private List<String> methods() {
        return trial.teams.requests().stream().map(Request::method).toList();
    }

    private static JsonNode card(Request request) {
        return request.body().at("/attachments/0/content");
    }

    private static JsonNode drawn(Reply reply, Place place) {
        View view = reply.view();
        return new Cards().draw(view, place);
    }
}
