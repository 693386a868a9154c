package org.secondlook.slack.blockkit;

import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewState.SelectedOption;
import com.slack.api.model.view.ViewState.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the inputs of a view hold: option ids, an ISO date, a 24-hour time, or the text. */
public final class EnteredValues {

    private EnteredValues() {}

    /**
     * The values by input. An input that Slack says nothing about is left out: then what was saved stands.
     *
     * @param state as it came with the press
     * @param blocks the ids of the blocks that stand there, where that is known; a state may still hold what stood there before
     *     (bolt-js #625), and that is passed over
     */
    public static Map<String, List<String>> of(@Nullable ViewState state, Optional<Set<String>> blocks) {
        if (state == null || state.getValues() == null) {
            return Map.of();
        }
        Map<String, Map<Integer, Part>> parts = new LinkedHashMap<>();
        state.getValues()
                .forEach((blockId, values) -> InputBlockId.parse(blockId)
                        .filter(id -> blocks.map(standing -> standing.contains(blockId))
                                .orElse(true))
                        .ifPresent(id -> parts.computeIfAbsent(id.input(), input -> new TreeMap<>())
                                .put(id.part(), Part.of(values))));
        Map<String, List<String>> entered = new LinkedHashMap<>();
        parts.forEach((input, ofInput) -> entered.put(input, together(ofInput)));
        return entered;
    }

    private static List<String> together(Map<Integer, Part> parts) {
        List<String> values = new ArrayList<>();
        parts.values().forEach(part -> values.addAll(part.values()));
        boolean text = parts.values().stream().anyMatch(Part::text);
        return text && values.size() > 1 ? List.of(String.join("", values)) : values;
    }

    /** What one block of an input holds. */
    private record Part(boolean text, List<String> values) {

        static Part of(Map<String, Value> held) {
            List<String> values = held.values().stream().flatMap(Part::values).toList();
            return new Part(held.containsKey(InputBlocks.TEXT), values);
        }

        private static Stream<String> values(Value value) {
            Stream<String> single = Stream.of(
                            Optional.ofNullable(value.getValue()),
                            Optional.ofNullable(value.getSelectedDate()),
                            Optional.ofNullable(value.getSelectedTime()),
                            Optional.ofNullable(value.getSelectedOption()).map(SelectedOption::getValue))
                    .flatMap(Optional::stream);
            return Stream.concat(
                    single,
                    Stream.ofNullable(value.getSelectedOptions())
                            .flatMap(List::stream)
                            .map(SelectedOption::getValue));
        }
    }
}
