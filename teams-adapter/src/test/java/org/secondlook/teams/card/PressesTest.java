package org.secondlook.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.message.Input;
import org.secondlook.core.turn.Turn;

class PressesTest {

    private static final List<Input> INPUTS = List.of(
            input("P-2", Input.Kind.CHOICE),
            input("P-8", Input.Kind.CHOICES),
            input("P-8.more", Input.Kind.TEXT),
            input("P-3.on", Input.Kind.DATE),
            input("I-1b.at", Input.Kind.TIME),
            input("P-2.who", Input.Kind.SEARCH));

    @Test
    void bringsWhatWasEnteredInTheFormOfTheCore() {
        ObjectNode data = Presses.data("sealed", INPUTS)
                .put("P-2", "council")
                .put("P-8", "seen,record")
                .put("P-8.more", "First, second, and third.")
                .put("P-3.on", "2026-11-30")
                .put("I-1b.at", "10:05")
                .put("P-2.who", "post:social-worker");

        assertThat(Presses.read(data))
                .isEqualTo(new Turn.Pressed(
                        "sealed",
                        Map.of(
                                "P-2", List.of("council"),
                                "P-8", List.of("seen", "record"),
                                "P-8.more", List.of("First, second, and third."),
                                "P-3.on", List.of("2026-11-30"),
                                "I-1b.at", List.of("10:05"),
                                "P-2.who", List.of("post:social-worker"))));
    }

    @Test
    void bringsWhatWasLeftEmptyThoughClientsLeaveItOut() {
        ObjectNode data = Presses.data("sealed", INPUTS).put("P-8", "").put("P-8.more", "  ");

        assertThat(Presses.read(data).entered())
                .hasSize(6)
                .allSatisfy((id, values) -> assertThat(values).isEmpty());
    }

    @Test
    void bringsNothingThatTheCardDidNotAskFor() {
        ObjectNode data = Presses.data("sealed", List.of()).put("P-2", "council");

        assertThat(Presses.read(data)).isEqualTo(new Turn.Pressed("sealed", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "\"token\"",
                "7",
                "{\"token\":null}",
                "{\"token\":{\"a\":1}}",
                "{\"inputs\":\"P-2\"}",
                "{\"inputs\":[1,null,{},[]],\"several\":7}",
                "{\"inputs\":{\"a\":\"b\"}}"
            })
    void takesAnythingThatAClientMaySend(String json) throws JsonProcessingException {
        JsonNode data = new JsonMapper().readTree(json);

        assertThat(Presses.read(data).token()).isEmpty();
    }

    private static Input input(String id, Input.Kind kind) {
        return new Input(id, kind, "Label", "", true, List.of(), List.of(), Optional.empty());
    }
}
