package org.secondlook.playground.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.secondlook.playground.Playground;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A playground with a stand-in bot for the length of a test class, and short words for HTTP with it. */
public final class Trial implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    public static final String NHS_TOKEN = "xoxb-playground-northshire-nhs";
    public static final String SCHOOL_TOKEN = "xoxb-playground-hillside-school";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Object> settings;
    private Running running = new Running(null, null);

    public Trial() {
        this(Map.of());
    }

    /** @param settings beside those that every trial sets */
    public Trial(Map<String, Object> settings) {
        this.settings = settings;
    }

    private record Running(
            @Nullable StandInBot bot, @Nullable Playground playground) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        bot().forgetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    public void start() {
        StandInBot bot = new StandInBot();
        Map<String, Object> all = new HashMap<>(Map.of(
                "playground.port", 0,
                "playground.journal", "",
                "playground.slack-events-url", bot.url("/slack/events"),
                "playground.teams-messages-url", bot.url("/api/messages"),
                "playground.clock-url", bot.url("/playground/clock")));
        all.putAll(settings);
        running = new Running(bot, Playground.start(all));
    }

    public void stop() {
        Objects.requireNonNull(running.playground()).close();
        bot().close();
    }

    public StandInBot bot() {
        return Objects.requireNonNull(running.bot());
    }

    public URI url(String path) {
        int port = Objects.requireNonNull(running.playground()).port();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Calls the Web API with a JSON body. */
    public JsonNode slack(String token, String method, String body) {
        return send(request("/slack/api/" + method, "POST", body)
                        .setHeader("Authorization", "Bearer " + token)
                        .build())
                .json();
    }

    public JsonNode get(String path) {
        return send(request(path, "GET", "").build()).json();
    }

    public Response post(String path, String body) {
        return send(request(path, "POST", body).build());
    }

    public Response send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, method, body);
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    /** Sends a form. */
    public Response form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** An HTTP response. */
    public record Response(int status, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    private HttpRequest.Builder request(String path, String method, String body) {
        BodyPublisher content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        URI uri = path.startsWith("http") ? URI.create(path) : url(path);
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, content);
    }

    private Response send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Response(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
