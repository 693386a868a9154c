package org.secondlook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Texts;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.turn.Turn;
import org.secondlook.teams.microsoft.FakeConnector;
import org.secondlook.teams.microsoft.Issuer;
import org.secondlook.teams.microsoft.Jwt;
import org.secondlook.teams.microsoft.Samples;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings;
import org.secondlook.teams.token.Refusal;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The adapter in a real web server, between stand-ins for Microsoft and a scripted core. */
final class Trial implements AutoCloseable {

    static final PlatformIdentity PRIYA = new PlatformIdentity(Platform.TEAMS, Samples.TENANT, Samples.PRIYA);

    private static final Registration COUNCIL = new Registration("app-1", Samples.TENANT, "secret-1");
    private static final Registration TRUST = new Registration("app-2", "tenant-2", "secret-2");
    private static final JsonMapper JSON = new JsonMapper();

    final SettableClock clock = new SettableClock("2026-12-01T10:00");
    final Issuer issuer = new Issuer();
    final FakeConnector teams = new FakeConnector();
    final ConversationReferences references = new InMemoryConversationReferences();
    final List<Turn> turns = new ArrayList<>();
    final List<Refusal> refused = new ArrayList<>();
    final TeamsAdapter adapter;

    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger faults = new AtomicInteger();
    private Function<Turn, Optional<Reply>> engine = turn -> Optional.empty();

    Trial() {
        TeamsSettings settings = new TeamsSettings(
                List.of(COUNCIL, TRUST),
                issuer.metadataUrl(),
                teams.tokenUrl(),
                new ServiceUrls(List.of(teams.origin())),
                TeamsSettings.Timeouts.DEFAULT);
        adapter = new TeamsAdapter(
                settings,
                this::take,
                new FixedViews(Texts.shipped()),
                references,
                new TeamsAdapter.Surroundings(
                        clock, Runnable::run, () -> "fault-" + faults.incrementAndGet(), refused::add));
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(TeamsController.class, adapter::controller))
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    /** From now on every turn is answered so. */
    void replies(Reply reply) {
        engine = turn -> Optional.of(reply);
    }

    /** From now on turns are handled so. */
    void handles(Function<Turn, Optional<Reply>> how) {
        engine = how;
    }

    private Optional<Reply> take(Turn turn) {
        turns.add(turn);
        return engine.apply(turn);
    }

    ObjectNode sample(String name) {
        return Samples.activity(name, teams.serviceUrl());
    }

    Jwt token() {
        return new Jwt("app-1", teams.serviceUrl(), clock.instant());
    }

    /** Delivers an activity as Teams does. */
    HttpResponse<String> deliver(JsonNode activity) {
        return post(activity.toString().getBytes(StandardCharsets.UTF_8), "Bearer " + token().signed());
    }

    HttpResponse<String> post(byte[] body, String... authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : authorization) {
            request.header("Authorization", header);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer());
        int port = server.getPort();
        return URI.create("http://127.0.0.1:%d/api/messages".formatted(port));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        adapter.close();
        issuer.close();
        teams.close();
    }
}
