package org.secondlook.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondlook.playground.bot.Bot;
import org.secondlook.playground.mishap.IncomingMishaps;
import org.secondlook.playground.trial.StandInBot;
import org.secondlook.playground.trial.StandInBot.Reply;
import org.secondlook.playground.trial.StandInBot.Request;
import org.secondlook.playground.world.WorldFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventsTest {

    private final StandInBot bot = new StandInBot();
    private final List<Duration> waits = new ArrayList<>();
    private final Workspace nhs = new Workspaces(WorldFile.read(""))
            .member("asha-patel")
            .orElseThrow()
            .workspace();
    private final Events events = new Events(
            new Requests(
                    new Bot(bot.url("/slack/events"), new IncomingMishaps((wait, delivery) -> {})),
                    nhs.app().signingSecret(),
                    Clock.systemUTC()),
            (wait, delivery) -> {
                waits.add(wait);
                delivery.run();
            });

    @AfterEach
    void stop() {
        bot.close();
    }

    @Test
    void carriesTheWholeEnvelope() {
        send();

        JsonNode envelope = bot.next("app_home_opened").json();
        assertThat(envelope.path("type").stringValue()).isEqualTo("event_callback");
        assertThat(envelope.path("team_id").stringValue()).isEqualTo(nhs.id());
        assertThat(envelope.path("api_app_id").stringValue())
                .isEqualTo(nhs.app().id());
        assertThat(envelope.path("token").stringValue()).isEqualTo(nhs.app().verificationToken());
        assertThat(envelope.path("event_id").stringValue()).matches("Ev[0-9A-Z]{9}");
        assertThat(envelope.path("event_time").longValue()).isEqualTo(1796119500);
        assertThat(envelope.path("is_ext_shared_channel").booleanValue()).isFalse();
        assertThat(envelope.at("/authorizations/0/user_id").stringValue())
                .isEqualTo(nhs.bot().userId());
        assertThat(waits).containsExactly(Duration.ZERO);
    }

    @Test
    void triesThreeTimesMore() {
        bot.answering(new Reply(500, ""));
        send();

        Request first = bot.next("app_home_opened");
        assertThat(first.headers()).doesNotContainKey("x-slack-retry-num");
        for (int i = 1; i <= 3; i++) {
            Request retry = bot.next("app_home_opened");
            assertThat(retry.headers())
                    .containsEntry("x-slack-retry-num", Integer.toString(i))
                    .containsEntry("x-slack-retry-reason", "http_error");
            assertThat(retry.body()).isEqualTo(first.body());
        }
        assertThat(waits).containsExactly(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Test
    void sendsOnlyWhatTheAppSubscribedTo() {
        events.send("reaction_added", nhs, JsonMapper.shared().createObjectNode());

        assertThat(waits).isEmpty();
    }

    private void send() {
        events.send(
                "app_home_opened",
                nhs,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("type", "app_home_opened")
                        .put("event_ts", "1796119500.000100"));
    }
}
