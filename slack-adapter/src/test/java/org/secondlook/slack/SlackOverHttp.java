package org.secondlook.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.message.Texts;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.turn.Turn;
import org.secondlook.slack.SlackSettings.Workspace;
import org.slf4j.LoggerFactory;

/** The adapter in a real servlet container, as Slack reaches it; the engine behind it answers what a test tells it to. */
final class SlackOverHttp implements AutoCloseable {

    static final String TRUST = "T0NSHIRENHS";
    static final String SCHOOL = "T0HILLSIDES";
    static final String ORGANISATION = "E0COUNTY";

    /** Held, or its level would be forgotten. */
    private static final java.util.logging.Logger TOMCAT_LOG = java.util.logging.Logger.getLogger("org.apache");

    private static final Duration TIMEOUT = Duration.ofMillis(1_500);
    private static final String SECRET = "the-signing-secret-of-a-test";

    final FakeWebApi api = new FakeWebApi();
    final SettableClock clock = new SettableClock("2026-12-01T10:00");
    final List<Turn> turns = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<String> arrivals = new ArrayList<>();

    private final Signer signer = new Signer(SECRET);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Tomcat tomcat = new Tomcat();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final SlackAdapter adapter;
    private Function<Turn, Optional<Reply>> engine = turn -> Optional.empty();

    SlackOverHttp() {
        adapter = new SlackAdapter(
                new SlackSettings(
                        api.url(),
                        SECRET,
                        List.of(
                                new Workspace(TRUST, "xoxb-trust"),
                                new Workspace(SCHOOL, "xoxb-school"),
                                new Workspace(ORGANISATION, "xoxb-county")),
                        TIMEOUT,
                        TIMEOUT),
                turn -> {
                    turns.add(turn);
                    return engine.apply(turn);
                },
                new FixedViews(Texts.shipped()),
                clock,
                (organisation, own) -> arrivals.add(organisation + (own ? " own" : "")),
                incidents::add);
        TOMCAT_LOG.setLevel(java.util.logging.Level.OFF);
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        tomcat.getConnector().setPort(0);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "slack", adapter.servlet());
        context.addServletMappingDecoded(SlackAdapter.PATH, "slack");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new AssertionError(e);
        }
        root().addAppender(log);
        root().setLevel(Level.INFO);
        log.start();
    }

    SlackAdapter adapter() {
        return adapter;
    }

    /** Forgets everything that happened, and lets the engine answer every turn with this. */
    void answering(Function<Turn, Optional<Reply>> answer) {
        api.forget();
        turns.clear();
        incidents.clear();
        arrivals.clear();
        log.list.clear();
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        engine = answer;
    }

    HttpResponse<String> send(String body) {
        long now = now();
        return send(String.valueOf(now), signer.sign(now, body), body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String timestamp, String signature, byte[] body) {
        return exchange(request()
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + SlackAdapter.PATH))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    String sign(long timestamp, String body) {
        return signer.sign(timestamp, body);
    }

    Turn onlyTurn() {
        if (turns.size() != 1) {
            throw new AssertionError("Expected one turn, but found " + turns);
        }
        return turns.get(0);
    }

    /** Everything logged since the last answer was set. */
    List<String> logged() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage() + " " + thrown(event))
                .toList();
    }

    private static String thrown(ILoggingEvent event) {
        return event.getThrowableProxy() == null
                ? ""
                : String.valueOf(event.getThrowableProxy().getMessage());
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() {
        root().detachAppender(log);
        root().setLevel(Level.ERROR);
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new AssertionError(e);
        }
        api.close();
    }
}
