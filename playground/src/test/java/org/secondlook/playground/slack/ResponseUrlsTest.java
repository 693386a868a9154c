package org.secondlook.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.trial.SettableClock;
import org.secondlook.playground.world.WorldFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResponseUrlsTest {

    private final SettableClock clock = new SettableClock();
    private final Member asha =
            new Workspaces(WorldFile.read("")).member("asha-patel").orElseThrow();
    private final Conversation chat = asha.workspace().appChat(asha.id());
    private final Messages messages = new Messages(Journal.at(""), clock, person -> {});
    private final ResponseUrls urls = new ResponseUrls(() -> URI.create("http://127.0.0.1:8090"), clock, messages);

    @Test
    void takesFiveMessages() {
        String id = issue(null);
        for (int i = 0; i < 5; i++) {
            urls.respond(id, json("{'text':'Hello'}"));
        }

        assertThat(messages.whispers(chat, asha.id())).hasSize(5);
        assertThatThrownBy(() -> urls.respond(id, json("{'text':'Hello'}"))).hasMessage("used_url");
    }

    @Test
    void expiresAfterThirtyMinutes() {
        String id = issue(null);
        clock.advance(Duration.ofMinutes(30));
        urls.respond(id, json("{'text':'Hello'}"));
        clock.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> urls.respond(id, json("{'text':'Hello'}"))).hasMessage("expired_url");
    }

    @Test
    void postsForAllOnlyWhenAsked() {
        urls.respond(issue(null), json("{'text':'Hello all','response_type':'in_channel'}"));

        assertThat(messages.in(chat)).hasSize(1);
        assertThat(messages.whispers(chat, asha.id())).isEmpty();
    }

    @Test
    void replacesAndDeletesTheMessageThatWasPressed() {
        ObjectNode original =
                messages.post(chat, BotMessages.empty(asha.workspace()).put("text", "Old"));
        String id = issue(original);

        urls.respond(id, json("{'text':'New','replace_original':true}"));
        assertThat(messages.in(chat)).singleElement().satisfies(message -> {
            assertThat(message.path("text").stringValue()).isEqualTo("New");
            assertThat(message.path("ts")).isEqualTo(original.path("ts"));
        });

        urls.respond(id, json("{'delete_original':true}"));
        assertThat(messages.in(chat)).isEmpty();
    }

    @Test
    void refusesBrokenBlocks() {
        String id = issue(null);
        assertThatThrownBy(() -> urls.respond(id, json("{'blocks':[{'type':'nonsense'}]}")))
                .hasMessageContaining("/blocks/0/type");
    }

    private String issue(@Nullable ObjectNode original) {
        return urls.issue(asha, chat, original).replace("http://127.0.0.1:8090/slack/response/", "");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
