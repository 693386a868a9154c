package org.secondlook.teams;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;
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
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The adapter in a real web server, between stand-ins for Microsoft and a scripted core. */
final class Trial implements AutoCloseable {

    static final PlatformIdentity PRIYA = new PlatformIdentity(Platform.TEAMS, Samples.TENANT, Samples.PRIYA);

    private static final Registration COUNCIL = new Registration("app-1", Samples.TENANT, "secret-1");
    private static final Registration TRUST = new Registration("app-2", "tenant-2", "secret-2");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Action GO_ON =
            new Action("action.continue", "Continue", Action.Style.PRIMARY, "next-token", Optional.empty());

    /** Takes long to start, so there is one; it asks for its controller anew with each request. */
    private static final AtomicReference<TeamsAdapter> CURRENT = new AtomicReference<>();

    private static final URI SERVER = start();

    final SettableClock clock = new SettableClock("2026-12-01T10:00");
    final Issuer issuer = new Issuer();
    final FakeConnector teams = new FakeConnector();
    final InMemoryConversationReferences references = new InMemoryConversationReferences();
    final List<Turn> turns = new CopyOnWriteArrayList<>();
    final List<Refusal> refused = new CopyOnWriteArrayList<>();
    final TeamsAdapter adapter;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Function<Turn, Optional<Reply>> engine = turn -> Optional.of(reply(Reply.Surface.SCREEN, "Answer"));

    Trial() {
        TeamsSettings settings = new TeamsSettings(
                List.of(COUNCIL, TRUST),
                issuer.metadataUrl(),
                teams.tokenUrl(),
                new ServiceUrls(List.of(teams.origin())),
                teams.serviceUrl(),
                TeamsSettings.Timeouts.DEFAULT);
        adapter = new TeamsAdapter(
                settings,
                this::take,
                new FixedViews(Texts.shipped()),
                references,
                new TeamsAdapter.Surroundings(clock, Runnable::run, refused::add));
        CURRENT.set(adapter);
        log.start();
        rootLogger().addAppender(log);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        @Scope("prototype")
        TeamsController controller() {
            return Objects.requireNonNull(CURRENT.get()).controller();
        }
    }

    private static URI start() {
        var application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "logging.level.org.secondlook=debug")
                .run();
        WebServer server = Objects.requireNonNull(((WebServerApplicationContext) application).getWebServer());
        return URI.create("http://127.0.0.1:%d/api/messages".formatted(server.getPort()));
    }

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

    /** A screen that may stand anywhere. */
    static Reply reply(Reply.Surface surface, String title) {
        Section words = new Section.Text(Words.plain("These are the words of " + title + "."));
        return new Reply(
                surface, new View("P-1", title, "An answer has come", List.of(words), List.of(), List.of(GO_ON)));
    }

    /** Everything that was logged since the start, traces and all. */
    String logged() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " trace: " + event.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
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
        return send(HttpRequest.BodyPublishers.ofByteArray(body), authorization);
    }

    HttpResponse<String> send(HttpRequest.BodyPublisher body, String... authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(SERVER)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(body);
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

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Logger rootLogger() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        rootLogger().detachAppender(log);
        adapter.close();
        issuer.close();
        teams.close();
    }
}
