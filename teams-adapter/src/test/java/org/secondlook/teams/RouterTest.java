package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;

/** What becomes a turn, of everything that Teams delivers. */
class RouterTest {

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Nested
    class InAPersonalChat {

        @Test
        void whatIsTypedIsATurnOfThePerson() {
            trial.deliver(trial.sample("personal-message"));

            assertThat(trial.turns).singleElement().satisfies(turn -> {
                assertThat(turn.by()).isEqualTo(Trial.PRIYA);
                assertThat(turn.input()).isEqualTo(new Turn.Typed("raise"));
                assertThat(turn.id().value()).startsWith("teams.1764583203000.");
            });
        }

        @Test
        void theHtmlOfWhatIsTypedIsNoFile() {
            ObjectNode message = trial.sample("personal-message").put("text", "It is  kept\nin RiO & elsewhere");
            trial.deliver(message);

            assertThat(inputs()).containsExactly(new Turn.Typed("It is  kept\nin RiO & elsewhere"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n"})
        void aPictureWithoutAWordIsAnsweredByHelp(String text) {
            trial.deliver(trial.sample("personal-message").put("text", text));

            assertThat(inputs()).containsExactly(new Turn.Typed("help"));
        }

        @Test
        void aMessageWithoutTextIsAnsweredByHelp() {
            ObjectNode message = trial.sample("personal-message");
            message.remove("text");
            trial.deliver(message);

            assertThat(inputs()).containsExactly(new Turn.Typed("help"));
        }

        @Test
        void aPressBringsWhatWasEntered() {
            trial.deliver(trial.sample("personal-execute"));

            assertThat(inputs()).containsExactly(new Turn.Pressed("sealed-token", Map.of("P-2", List.of("council"))));
        }

        @Test
        void aPressOfAnOldClientBringsTheSame() {
            trial.deliver(trial.sample("personal-submit"));

            assertThat(inputs())
                    .containsExactly(new Turn.Pressed(
                            "sealed-token",
                            Map.of("P-8", List.of("seen", "record"), "P-8.more", List.of("One, two."))));
        }
    }

    @Nested
    class InAChannel {

        @Test
        void aMentionIsAnsweredByWhatTheBotIsWhateverItSays() {
            trial.deliver(trial.sample("channel-mention"));

            assertThat(inputs()).containsExactly(new Turn.Begun("hello"));
        }

        @Test
        void aMentionInAGroupChatIsAnsweredTheSame() {
            ObjectNode message = trial.sample("channel-mention");
            message.withObject("/conversation")
                    .put("conversationType", "groupChat")
                    .put("id", "19:group@thread.v2");
            message.withObject("/channelData").remove("channel");
            trial.deliver(message);

            assertThat(inputs()).containsExactly(new Turn.Begun("hello"));
        }

        @Test
        void whatIsSaidToOthersIsNotHeard() {
            ObjectNode message = trial.sample("channel-mention");
            message.withArray("/entities").removeAll();

            assertThat(trial.deliver(message).statusCode()).isEqualTo(200);
            assertThat(trial.turns).isEmpty();
            assertThat(trial.teams.requests()).isEmpty();
        }

        @Test
        void aMentionOfSomebodyElseIsNotHeard() {
            ObjectNode message = trial.sample("channel-mention");
            message.withObject("/recipient").put("id", "28:app-2");
            trial.deliver(message);

            assertThat(trial.turns).isEmpty();
        }

        @Test
        void aPressOpensADialog() {
            trial.deliver(trial.sample("task-fetch"));

            assertThat(inputs()).containsExactly(new Turn.Pressed("sealed-token", Map.of()));
        }

        @Test
        void aPressInADialogBringsWhatWasEntered() {
            trial.deliver(trial.sample("task-submit"));

            assertThat(inputs())
                    .containsExactly(new Turn.Pressed(
                            "sealed-token",
                            Map.of("V-4.what", List.of("We will see the family."), "V-4.by", List.of())));
        }
    }

    @Nested
    class WhoeverIsNotKnown {

        @Test
        void toTheDirectoryIsTold() {
            trial.handles(turn -> Optional.empty());
            trial.deliver(trial.sample("personal-message"));

            assertThat(trial.turns).hasSize(1);
            assertThat(posted()).contains("I can't show that");
        }

        @Test
        void toMicrosoftIsTold() {
            ObjectNode message = trial.sample("personal-message");
            message.withObject("/from").remove("aadObjectId");
            trial.deliver(message);

            assertThat(trial.turns).isEmpty();
            assertThat(posted()).contains("I can't show that");
        }

        @Test
        void becauseOthersShareTheChannelIsTold() {
            ObjectNode message = trial.sample("channel-mention");
            message.withObject("/channelData/channel").put("type", "shared");
            trial.deliver(message);

            assertThat(trial.turns).isEmpty();
            assertThat(posted()).contains("I can't show that");
            assertThat(trial.references.find(Trial.PRIYA)).isEmpty();
        }
    }

    @Nested
    class ForgedData {

        static Stream<String> data() {
            return Stream.of(
                    "{}",
                    "{\"token\":null}",
                    "{\"token\":{\"a\":1},\"inputs\":\"P-1\"}",
                    "{\"token\":\"\",\"inputs\":[null,{},[1]],\"several\":7}",
                    "{\"token\":\"\",\"inputs\":[\"P-1\",\"P-1\"],\"P-1\":{\"a\":[]}}");
        }

        @ParameterizedTest
        @MethodSource("data")
        void isATurnLikeAnyOtherWhoseTokenOpensNothing(String data) {
            ObjectNode invoke = trial.sample("personal-execute");
            invoke.withObject("/value/action").set("data", Trial.json(data));

            assertThat(trial.deliver(invoke).statusCode()).isEqualTo(200);
            assertThat(trial.turns)
                    .singleElement()
                    .satisfies(turn -> assertThat(turn.input())
                            .isInstanceOfSatisfying(
                                    Turn.Pressed.class,
                                    pressed -> assertThat(pressed.token()).isEmpty()));
        }

        @Test
        void mayBeNoDataAtAll() {
            ObjectNode invoke = trial.sample("personal-execute");
            invoke.withObject("/value/action").remove("data");

            assertThat(trial.deliver(invoke).statusCode()).isEqualTo(200);
            assertThat(inputs()).containsExactly(new Turn.Pressed("", Map.of()));
        }
    }

    @Nested
    class TheSameAgain {

        @Test
        void isHandledOnceAndAnsweredTheSame() {
            ObjectNode message = trial.sample("personal-message");
            trial.deliver(message);

            assertThat(trial.deliver(message).statusCode()).isEqualTo(200);
            assertThat(trial.turns).hasSize(1);
            assertThat(trial.teams.requests()).hasSize(1);
        }

        @Test
        void waitsForTheFirst() {
            CountDownLatch arrived = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            trial.handles(turn -> {
                arrived.countDown();
                await(go);
                return Optional.of(Trial.reply(Reply.Surface.SCREEN, "Answer"));
            });
            ObjectNode message = trial.sample("personal-message");
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> trial.deliver(message));
            await(arrived);
            CompletableFuture<HttpResponse<String>> second =
                    CompletableFuture.supplyAsync(() -> trial.deliver(message));
            go.countDown();

            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(second.join().statusCode()).isEqualTo(200);
            assertThat(trial.turns).hasSize(1);
            assertThat(trial.teams.requests()).hasSize(1);
        }

        @Test
        void isAnsweredOnceMoreIfTheAnswerDidNotArrive() {
            ObjectNode message = trial.sample("personal-message");
            trial.teams.answer(502, "{}");
            assertThat(trial.deliver(message).statusCode()).isEqualTo(502);
            assertThat(trial.teams.requests()).hasSize(1);

            assertThat(trial.deliver(message).statusCode()).isEqualTo(200);
            assertThat(trial.turns.get(1)).isEqualTo(trial.turns.get(0));
            assertThat(trial.teams.requests()).hasSize(2);
        }

        @Test
        void isTheSameTurnWhenItIsAnInvoke() {
            trial.deliver(trial.sample("personal-execute"));
            trial.deliver(trial.sample("personal-execute"));

            assertThat(trial.turns.get(1)).isEqualTo(trial.turns.get(0));
        }

        @Test
        void inAnotherConversationIsAnotherTurn() {
            ObjectNode other = trial.sample("personal-message");
            other.withObject("/conversation").put("id", "a:another");
            trial.deliver(trial.sample("personal-message"));
            trial.deliver(other);

            assertThat(trial.turns.get(1).id()).isNotEqualTo(trial.turns.get(0).id());
        }

        @Test
        void fromAnotherPersonIsLeftToTheEngine() {
            ObjectNode other = trial.sample("personal-message");
            other.withObject("/from").put("aadObjectId", "11111111-0000-4000-8000-000000000103");
            trial.deliver(trial.sample("personal-message"));
            trial.deliver(other);

            assertThat(trial.turns).hasSize(2);
        }
    }

    @Nested
    class WhatNeedsNoAnswer {

        @ParameterizedTest
        @ValueSource(strings = {"messageReaction", "messageUpdate", "messageDelete", "typing", "event", "somethingNew"})
        void isOnlyTaken(String type) {
            HttpResponse<String> response =
                    trial.deliver(trial.sample("reaction").put("type", type));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(trial.turns).isEmpty();
            assertThat(trial.teams.requests()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"composeExtension/query", "signin/verifyState", "fileConsent/invoke", "task/other"})
        void isNotImplementedIfItIsAnInvoke(String name) {
            HttpResponse<String> response =
                    trial.deliver(trial.sample("task-fetch").put("name", name));

            assertThat(response.statusCode()).isEqualTo(501);
            assertThat(trial.turns).isEmpty();
        }
    }

    private List<Turn.Input> inputs() {
        return trial.turns.stream().map(Turn::input).toList();
    }

    private String posted() {
        return trial.teams.last().body().toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
