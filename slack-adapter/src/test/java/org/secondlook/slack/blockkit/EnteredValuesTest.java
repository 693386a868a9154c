package org.secondlook.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.slack.blockkit.ViewBuilder.aView;
import static org.secondlook.slack.blockkit.ViewBuilder.action;
import static org.secondlook.slack.blockkit.ViewBuilder.input;
import static org.secondlook.slack.blockkit.ViewBuilder.options;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.ViewState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;

class EnteredValuesTest {

    @Test
    void readsBackWhatEachKindOfInputShows() {
        JsonObject drawn = BlockKit.modal(ViewBuilder.everything());

        assertThat(EnteredValues.of(untouched(drawn), blocks(drawn)))
                .containsOnly(
                        Map.entry("P-0", List.of("o2")),
                        Map.entry("P-8", List.of("o1", "o3")),
                        Map.entry("P-5.reference", List.of("HV-20931")),
                        Map.entry("P-6", List.of("Closed on 24 November.")),
                        Map.entry("P-4.on", List.of("2026-11-30")),
                        Map.entry("I-1b.at", List.of("10:05")),
                        Map.entry("P-6.whose", List.of("o4")));
    }

    @Test
    void readsNothingEnteredAsNoValue() {
        JsonObject drawn = BlockKit.modal(aView().asking(input("P-6", Input.Kind.TEXT, List.of(), List.of()))
                .asking(input("P-8", Input.Kind.CHOICES, options(12), List.of()))
                .acting(action("Continue", Style.SUBMIT))
                .build());

        assertThat(EnteredValues.of(untouched(drawn), blocks(drawn)))
                .containsOnly(Map.entry("P-6", List.of()), Map.entry("P-8", List.of()));
    }

    @Test
    void putsTogetherWhatStandsInSeveralBlocks() {
        String longText = "Typed in the chat, at some length. ".repeat(300);
        JsonObject drawn = BlockKit.modal(aView().asking(input("P-6", Input.Kind.TEXT, List.of(), List.of(longText)))
                .asking(input("P-8", Input.Kind.CHOICES, options(34), List.of("o1", "o11", "o34")))
                .acting(action("Continue", Style.SUBMIT))
                .build());

        assertThat(EnteredValues.of(untouched(drawn), blocks(drawn)))
                .containsOnly(Map.entry("P-6", List.of(longText)), Map.entry("P-8", List.of("o1", "o11", "o34")));
    }

    @Test
    void leavesOutWhatSlackSaysNothingAboutAndWhatStoodThereBefore() {
        JsonObject before = BlockKit.modal(ViewBuilder.everything());
        JsonObject now = BlockKit.modal(aView().asking(input("P-6", Input.Kind.TEXT, List.of(), List.of()))
                .acting(action("Continue", Style.SUBMIT))
                .build());

        assertThat(EnteredValues.of(untouched(before), blocks(now))).isEmpty();
        assertThat(EnteredValues.of(null, blocks(now))).isEmpty();
        assertThat(EnteredValues.of(new ViewState(), blocks(now))).isEmpty();
    }

    @Test
    void passesOverBlocksThatAreNotInputs() {
        JsonObject state = new JsonObject();
        JsonObject values = new JsonObject();
        values.add("someBlock", new JsonObject());
        values.add("", new JsonObject());
        state.add("values", values);

        assertThat(EnteredValues.of(BlockKit.GSON.fromJson(state, ViewState.class), Optional.empty()))
                .isEmpty();
    }

    private static ViewState untouched(JsonObject drawn) {
        return BlockKit.GSON.fromJson(ClientState.untouched(drawn), ViewState.class);
    }

    private static Optional<Set<String>> blocks(JsonObject drawn) {
        return Optional.of(drawn.getAsJsonArray("blocks").asList().stream()
                .map(block -> block.getAsJsonObject().get("block_id"))
                .filter(Objects::nonNull)
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet()));
    }
}
