package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.RunningPlayground;
import org.secondlook.app.trial.wire.Signal;
import org.secondlook.store.CaseClock;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.RedisServer;
import org.secondlook.store.server.ServerSettings;
import redis.clients.jedis.UnifiedJedis;

/** What people write is discarded on its way, and none of it comes later (F7): they are told. */
class DiscardedInboundIT {

    private static final String CHAT = "/page/slack/asha-patel/conversations/D0ASHAPATEL";
    private static final String WORKSPACE = "slack-events:T0NSHIRENHS";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private RedisServer server;
    private UnifiedJedis redis;
    private RunningPlayground playground;
    private RedisStore store;

    @BeforeEach
    void ashaBegins() {
        server = RedisServer.start(new ServerSettings(Optional.empty(), ServerSettings.Source.BUNDLED, data));
        redis = server.address().connect();
        playground = RunningPlayground.start(
                data, "--secondlook.redis.url=" + server.address().uri());
        store = playground.bean(RedisStore.class);
        says("raise");
        await("a question", () -> chat().contains("First, is it urgent?"));
    }

    @AfterEach
    void stop() {
        playground.close();
        redis.close();
        server.close();
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(playground.page(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void says(String text) {
        send("POST", CHAT + "/messages", "{\"text\":\"" + text + "\"}");
    }

    private String chat() {
        return send("GET", CHAT, "");
    }

    private int timesTold() {
        return chat().split("may not have arrived", -1).length - 1;
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(new Signal().comesTrue(PATIENCE, condition)).as(what).isTrue();
    }

    /** As after a time in which no instance ran. */
    private void theBotWasAway() {
        Instant before = Clock.systemUTC().instant().minus(Duration.ofMinutes(10));
        redis.set("{northshire}:alive", String.valueOf(before.toEpochMilli()));
    }

    @Test
    void inATimeWithoutTheBot() {
        theBotWasAway();

        await("X-3", () -> chat().contains("may not have arrived"));

        // Each time as it stands in the text of the message and in its blocks.
        int once = timesTold();
        says("help");
        await("an answer", () -> chat().contains("You can always talk to a person"));
        assertThat(timesTold()).isEqualTo(once);
    }

    @Test
    void byAPlatformWhileTheBotIsThere() {
        await("messages to come back", () -> store.records().find(WORKSPACE).containsKey("came-back"));
        send("PUT", "/mishaps/incoming", "{\"seed\":1,\"rules\":[{\"kind\":\"DISCARD\"}]}");
        theBotWasAway();
        await(
                "a message that does not come back",
                () -> store.records().find(WORKSPACE).containsKey("posted"));
        int before = timesTold();
        says("This is lost.");
        CaseClock clock = playground.bean(CaseClock.class);
        clock.moveTo(clock.instant().plus(Duration.ofHours(17)));

        send("DELETE", "/mishaps", "");
        says("help");

        await("X-3", () -> timesTold() > before);
        assertThat(store.records().find(WORKSPACE)).containsKey("told");
    }
}
