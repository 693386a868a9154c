package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.RepeatedTurnException;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.teams.microsoft.FakeConnector.Request;
import org.secondlook.teams.microsoft.Samples;
import org.secondlook.teams.token.Refusal;

/** What a person sees when something goes wrong at our end, and what is kept of it. */
class TurnsTest {

    private static final String PRIVATE = "Weight has fallen";

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Nested
    class AFault {

        @BeforeEach
        void happens() {
            trial.handles(turn -> {
                throw new IllegalArgumentException(PRIVATE, new IllegalStateException(PRIVATE));
            });
        }

        @Test
        void isToldWithAReference() {
            assertThat(trial.deliver(trial.sample("personal-message")).statusCode())
                    .isEqualTo(200);

            assertThat(trial.teams.last().path()).isEqualTo("/v3/conversations/" + Samples.CHAT + "/activities");
            assertFault(trial.teams.last().body());
        }

        @Test
        void leavesTheCardAsItIsSoThatItCanBeSentAgain() {
            HttpResponse<String> response = trial.deliver(trial.sample("personal-execute"));

            assertThat(Trial.json(response.body()).path("type").asText())
                    .isEqualTo("application/vnd.microsoft.activity.message");
            assertThat(methods()).containsExactly("POST");
            assertFault(trial.teams.last().body());
        }

        @Test
        void leavesTheCardOfAnOldClientAsItIs() {
            trial.deliver(trial.sample("personal-submit"));

            assertThat(methods()).containsExactly("POST");
            assertFault(trial.teams.last().body());
        }

        @Test
        void isToldInADialog() {
            HttpResponse<String> response = trial.deliver(trial.sample("task-submit"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertFault(Trial.json(response.body()));
            assertThat(trial.teams.requests()).isEmpty();
        }

        @Test
        void isToldWithoutTheStoreOfAddresses() {
            trial.references.out(true);

            assertThat(trial.deliver(trial.sample("personal-execute")).statusCode())
                    .isEqualTo(200);
            assertFault(trial.teams.last().body());
        }

        @Test
        void isLoggedWithoutAWordOfWhatWasSaid() {
            trial.deliver(trial.sample("personal-message"));

            assertThat(trial.logged())
                    .containsPattern("ERROR Turn failed reference=[0-9A-F]{8} turn=teams\\.1764583203000\\.")
                    .contains("fault=java.lang.IllegalArgumentException@teams.")
                    .doesNotContain(PRIVATE, "trace", "Priya", "raise", "secret-1", "eyJ");
        }
    }

    @Test
    void aViewThatDoesNotFitAChannelIsAFault() {
        Section quote = new Section.Quote("Asha Patel", new SharedText(PRIVATE));
        View view = new View("P-1", "A screen", "An answer has come", List.of(quote), List.of(), List.of());
        trial.replies(new Reply(Reply.Surface.SCREEN, view));
        trial.deliver(trial.sample("channel-mention"));

        assertFault(trial.teams.last().body());
        assertThat(trial.teams.last().body().toString()).doesNotContain(PRIVATE, "Asha Patel");
    }

    @Test
    void somethingElseUnderTheSameIdIsRefusedAndCounted() {
        trial.handles(turn -> {
            throw new RepeatedTurnException(turn.id());
        });
        trial.deliver(trial.sample("personal-message"));

        assertThat(trial.refused).containsExactly(Refusal.REPEATED_OTHERWISE);
        assertFault(trial.teams.last().body());
    }

    @Test
    void theNextTurnIsTakenAsEver() {
        trial.handles(turn -> {
            throw new IllegalStateException(PRIVATE);
        });
        trial.deliver(trial.sample("personal-execute"));
        trial.handles(turn -> Optional.of(Trial.reply(Reply.Surface.SCREEN, "A screen")));
        HttpResponse<String> response = trial.deliver(trial.sample("personal-execute"));

        assertThat(trial.turns)
                .extracting(Turn::id)
                .hasSize(2)
                .containsOnly(trial.turns.get(0).id());
        assertThat(Trial.json(response.body()).path("value").toString()).contains("A screen");
    }

    @Test
    void anAnswerIsGivenThoughItCannotBeKeptHowThePersonIsReached() {
        trial.references.out(true);
        trial.deliver(trial.sample("personal-message"));

        assertThat(trial.turns).hasSize(1);
        assertThat(trial.teams.last().body().toString()).contains("These are the words of Answer.");
        assertThat(trial.logged()).contains("WARN Addresses not kept");
    }

    private static void assertFault(JsonNode shown) {
        assertThat(shown.toString())
                .containsPattern("Something went wrong at my end, not yours.* Reference for support: [0-9A-F]{8}")
                .doesNotContain(PRIVATE, "Exception");
    }

    private List<String> methods() {
        return trial.teams.requests().stream().map(Request::method).toList();
    }
}
