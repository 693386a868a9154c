package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.EverythingStored;
import org.secondlook.app.trial.FlowingClock;
import org.secondlook.app.trial.RunningBot;
import org.secondlook.app.trial.wire.WireWorld;
import org.secondlook.store.KeyFile;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;

/** Without a playground: requests signed as Slack and as the Bot Connector sign them, and servers of our own behind. */
class StoriesOverTheWireIT extends Stories {

    /** From what people type in the stories. */
    private static final List<String> TYPED = List.of(
            "referral was closed",
            "visits were missed",
            "of the continuum",
            "Weight is falling",
            "assessment this week",
            "sees the child",
            "share this worry",
            "the family this week",
            "seen this week",
            "the family at home",
            "visit has taken place");

    /** Tokens and secrets of the settings, and how tokens begin. */
    private static final List<String> SECRETS =
            List.of("xoxb-", "xoxp-", "eyJhbGciOi", "eyJ0eXAiOi", "a-signing-secret", "Bearer");

    @TempDir
    private Path data;

    private final FlowingClock clock = new FlowingClock("2026-12-01T10:00");
    private final WireWorld world = new WireWorld();
    private RedisServer redis;
    private RunningBot bot;

    @BeforeEach
    void start() {
        Path keys = data.resolve("keys.json");
        KeyFile.create(keys);
        redis = RedisServer.start(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data));
        String url = "--secondlook.redis.url=" + redis.address().uri();
        bot = RunningBot.start(world.settings(data, keys, url), clock);
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        try (UnifiedJedis jedis = redis.address().connect()) {
            EverythingStored stored = EverythingStored.in(jedis);
            assertThat(stored.events()).contains("case-raised", "obligation-opened");
            assertThat(stored.holds("hv-team-lead")).isTrue();
            String keys = Files.readString(data.resolve("keys.json"));
            String key = keys.replaceAll("(?s).*\"value\": ?\"([^\"]+)\".*", "$1");
            assertThat(keys).contains(key).isNotEqualTo(key);
            for (String secret : Stream.of(TYPED, SECRETS, List.of(key))
                    .flatMap(List::stream)
                    .toList()) {
                assertThat(stored.holds(secret)).as(secret).isFalse();
            }
        } finally {
            redis.close();
            world.close();
        }
    }

    @Override
    Chat person(String name) {
        return world.person(name);
    }

    /** Everybody sees their own messages at all times. */
    @Override
    void show(String... people) {}

    @Override
    void letTimePass() {
        bot.nextDue().filter(due -> due.isAfter(clock.instant())).ifPresent(clock::set);
    }

    @Override
    LocalDate tuesday() {
        return LocalDate.of(2026, 12, 1);
    }

    /** There is nothing to see. */
    @Override
    void picture(String name) {}
}
