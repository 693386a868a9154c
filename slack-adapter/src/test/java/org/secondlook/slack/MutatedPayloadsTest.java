package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.Reply;
import org.secondlook.slack.blockkit.ViewBuilder;

/** Whatever Slack may send one day: signed, but of another form. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedPayloadsTest {

    private static final int ROUNDS = 150;

    private final SlackOverHttp slack = new SlackOverHttp();
    private final Random random = new Random(20261201);

    @BeforeAll
    void answersWithEverything() {
        View everything = ViewBuilder.everything();
        List<Reply.Surface> surfaces = List.of(Reply.Surface.values());
        slack.answering(turn -> Optional.of(new Reply(surfaces.get(random.nextInt(surfaces.size())), everything)));
    }

    @AfterAll
    void stops() {
        slack.close();
    }

    @Test
    void areAllAcknowledged() {
        View view = ViewBuilder.everything();
        List<JsonObject> payloads = List.of(
                Payloads.pressInModal(view, "Back"),
                Payloads.pressInHome(view, "Back"),
                Payloads.pressInMessage(view, Payloads.CHAT, "Back"),
                Payloads.submit(view));
        List<JsonObject> events = List.of(
                JsonParser.parseString(Payloads.message("hello")).getAsJsonObject(),
                JsonParser.parseString(Payloads.homeOpened("home")).getAsJsonObject(),
                JsonParser.parseString(Payloads.mention(SlackOverHttp.TRUST)).getAsJsonObject());
        for (int n = 0; n < ROUNDS; n++) {
            JsonObject payload = payloads.get(n % payloads.size()).deepCopy();
            JsonObject event = events.get(n % events.size()).deepCopy();
            for (int changes = 0; changes <= n % 3; changes++) {
                mutate(payload);
                mutate(event);
            }
            assertAcknowledged(Payloads.payload(payload));
            assertAcknowledged(event.toString());
            assertAcknowledged(cut(Payloads.command("help")));
            assertAcknowledged(cut(event.toString()));
        }
        assertThat(slack.incidents).contains(Incident.NOT_UNDERSTOOD);
        assertThat(slack.turns).isNotEmpty();
    }

    private void assertAcknowledged(String body) {
        HttpResponse<String> answer = slack.send(body);
        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        if (!answer.body().isEmpty()) {
            assertThatNoException().as(body).isThrownBy(() -> JsonParser.parseString(answer.body()));
        }
    }

    /** Changes one thing somewhere. */
    private void mutate(JsonElement root) {
        List<JsonElement> places = new ArrayList<>();
        collect(root, places);
        JsonElement place = places.get(random.nextInt(places.size()));
        if (place instanceof JsonObject object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.keySet());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.add(name, anything());
            }
        } else if (place instanceof JsonArray array) {
            array.add(anything());
        }
    }

    private static void collect(JsonElement element, List<JsonElement> places) {
        if (element instanceof JsonObject object) {
            places.add(object);
            object.entrySet().forEach(entry -> collect(entry.getValue(), places));
        } else if (element instanceof JsonArray array) {
            places.add(array);
            array.forEach(child -> collect(child, places));
        }
    }

    private JsonElement anything() {
        return switch (random.nextInt(8)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(true);
            case 2 -> new JsonPrimitive(random.nextLong());
            case 3 -> new JsonPrimitive("x".repeat(random.nextInt(5_000)));
            case 4 -> new JsonPrimitive("\u0000~\u202E<!channel>~1~");
            case 5 -> new JsonArray();
            case 6 -> new JsonObject();
            default -> new JsonPrimitive(1e308);
        };
    }

    private String cut(String body) {
        return body.substring(0, random.nextInt(body.length()));
    }
}
