package org.secondlook.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class PlaygroundTest {

    private static final String CHAT = "/page/slack/asha-patel/conversations/D0ASHAPATEL";

    @TempDir
    Path folder;

    @Test
    void chatHistorySurvivesARestart() {
        Map<String, Object> settings =
                Map.of("playground.journal", folder.resolve("journal.json").toString());
        Trial before = new Trial(settings);
        before.start();
        before.slack(Trial.NHS_TOKEN, "chat.postMessage", "{\"channel\":\"U0ASHAPATEL\",\"text\":\"Remember\"}");
        JsonNode keys = before.get("/teams/openid/keys");
        before.stop();

        Trial after = new Trial(settings);
        after.start();
        try {
            assertThat(after.get(CHAT).at("/messages/0/text").stringValue()).isEqualTo("Remember");
            assertThat(after.get(CHAT).path("unread").intValue()).isEqualTo(1);
            assertThat(after.get("/teams/openid/keys")).isEqualTo(keys);
        } finally {
            after.stop();
        }
    }

    @Test
    void standsBesideAnotherApplicationInOneJvm() {
        Trial one = new Trial();
        Trial other = new Trial();
        one.start();
        other.start();
        try {
            one.slack(Trial.NHS_TOKEN, "chat.postMessage", "{\"channel\":\"U0ASHAPATEL\",\"text\":\"Here\"}");
            assertThat(one.get(CHAT).path("messages")).hasSize(1);
            assertThat(other.get(CHAT).path("messages")).isEmpty();
        } finally {
            other.stop();
            one.stop();
        }
    }

    @Test
    void listensOnlyOnLoopback() {
        Trial trial = new Trial();
        trial.start();
        try {
            assertThat(trial.url("/").getHost()).isEqualTo("127.0.0.1");
            assertThat(trial.get("/page/people"))
                    .filteredOn(
                            person -> person.path("partnership").stringValue().equals("northshire"))
                    .hasSize(23);
            assertThat(trial.get("/page/partnerships").at("/0/name").stringValue())
                    .isEqualTo("Northshire");
            assertThat(trial.get("/page/clock").path("available").booleanValue())
                    .isFalse();
        } finally {
            trial.stop();
        }
    }
}
