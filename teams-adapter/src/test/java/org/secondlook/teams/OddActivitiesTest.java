package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities in which any one part is something else than it should be. */
class OddActivitiesTest {

    private static final List<JsonNode> ODD = List.of(Trial.json("null"), Trial.json("7"), Trial.json("{\"a\":[{}]}"));

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal-message", "personal-execute", "channel-mention", "task-submit", "added"})
    void areTakenOrRefusedButNeverAFault(String sample) {
        String token = "Bearer " + trial.token().signed();
        for (JsonPointer part : parts(trial.sample(sample))) {
            for (JsonNode odd : ODD) {
                byte[] body = changed(sample, part, odd).toString().getBytes(StandardCharsets.UTF_8);

                assertThat(trial.post(body, token).statusCode())
                        .as("%s is %s", part, odd)
                        .isIn(200, 400, 401, 501);
            }
        }
        assertThat(trial.logged()).isEmpty();
    }

    private JsonNode changed(String sample, JsonPointer part, JsonNode odd) {
        ObjectNode activity = trial.sample(sample);
        JsonNode parent = activity.at(part.head());
        if (parent instanceof ArrayNode array) {
            array.set(part.last().getMatchingIndex(), odd);
        } else {
            ((ObjectNode) parent).set(part.last().getMatchingProperty(), odd);
        }
        return activity;
    }

    private static List<JsonPointer> parts(JsonNode activity) {
        List<JsonPointer> parts = new ArrayList<>();
        collect(activity, JsonPointer.empty(), parts);
        return parts;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> parts) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                parts.add(at.appendIndex(i));
                collect(node.get(i), at.appendIndex(i), parts);
            }
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            parts.add(at.appendProperty(name));
            collect(node.get(name), at.appendProperty(name), parts);
        }
    }
}
