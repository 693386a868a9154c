package org.secondlook.app.trial.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack: a Web API that keeps what the bot shows, and requests signed as Slack signs them. */
public final class WireSlack implements AutoCloseable {

    private final LocalServer server = new LocalServer(this::answer);
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bot;
    private final String secret;
    private final Map<String, String> triggers = new HashMap<>();
    private final Map<String, ObjectNode> modals = new HashMap<>();
    private final Map<String, Map<String, ObjectNode>> channels = new HashMap<>();
    private int ids;

    /** Tells of whatever the bot shows. */
    final Signal signal = new Signal();

    /**
     * Starts the Web API.
     *
     * @param bot where the bot takes requests
     * @param secret with which they are signed
     */
    public WireSlack(URI bot, String secret) {
        this.bot = bot;
        this.secret = secret;
    }

    /** The base URL of the Web API. */
    public URI apiUrl() {
        return server.url("/api/");
    }

    Optional<JsonNode> modal(String user) {
        return Optional.ofNullable(modals.get(user));
    }

    /** The messages of a channel, or of somebody's chat with the bot by their user id. */
    List<JsonNode> messages(String channel) {
        return List.copyOf(channels.getOrDefault(channel, Map.of()).values());
    }

    void close(String user) {
        signal.changes(() -> modals.remove(user));
    }

    /** Something that somebody does gets an id of its own, by which the bot may open a modal for them. */
    String trigger(String user) {
        String trigger = next("trigger.");
        signal.changes(() -> triggers.put(trigger, user));
        return trigger;
    }

    String next(String prefix) {
        String[] id = new String[1];
        signal.changes(() -> id[0] = prefix + ++ids);
        return id[0];
    }

    /** Sends a form, and takes up what the answer shows. */
    void sendForm(String user, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send("application/x-www-form-urlencoded", body);
        if (!answer.body().isEmpty()) {
            ObjectNode view =
                    (ObjectNode) LocalServer.JSON.readTree(answer.body()).path("view");
            signal.changes(() -> {
                JsonNode before = modals.get(user);
                String id = before == null ? "V" + ++ids : before.path("id").stringValue();
                modals.put(user, view.put("id", id).put("hash", "h" + ++ids));
            });
        }
    }

    /** Sends a body as Slack does. */
    public HttpResponse<String> send(String type, String body) {
        String time = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(bot)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + time + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Expected 200, but found " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected HmacSHA256 on every Java", e);
        }
    }

    private JsonNode answer(LocalServer.Request request) {
        Map<String, String> form = Stream.of(request.body().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> field.length == 1 ? "" : URLDecoder.decode(field[1], UTF_8)));
        ObjectNode answer = LocalServer.JSON.createObjectNode().put("ok", true);
        signal.changes(() -> call(request.path().substring("/api/".length()), form, answer));
        return answer;
    }

    private void call(String method, Map<String, String> form, ObjectNode answer) {
        switch (method) {
            case "views.open", "views.push" -> {
                ObjectNode view = view(form).put("id", "V" + ++ids);
                modals.put(triggers.get(form.get("trigger_id")), view);
                answer.set("view", view);
            }
            case "views.update" ->
                modals.replaceAll((user, view) -> view.path("id").stringValue().equals(form.get("view_id"))
                        ? view(form).put("id", form.get("view_id"))
                        : view);
            case "chat.postMessage" -> keep("1764583200." + String.format("%06d", ++ids), form, answer);
            case "chat.update" -> keep(form.getOrDefault("ts", ""), form, answer);
            case "conversations.info" ->
                answer.putObject("channel").put("id", form.get("channel")).put("is_private", true);
            default -> throw new AssertionError("Expected no call of " + method);
        }
    }

    private ObjectNode view(Map<String, String> form) {
        return ((ObjectNode) LocalServer.JSON.readTree(form.get("view"))).put("hash", "h" + ++ids);
    }

    private void keep(String ts, Map<String, String> form, ObjectNode answer) {
        String channel = form.getOrDefault("channel", "");
        ObjectNode message = LocalServer.JSON
                .createObjectNode()
                .put("type", "message")
                .put("ts", ts)
                .put("text", form.get("text"));
        message.set("blocks", LocalServer.JSON.readTree(form.get("blocks")));
        channels.computeIfAbsent(channel, c -> new LinkedHashMap<>()).put(ts, message);
        answer.put("channel", channel).put("ts", ts);
    }

    @Override
    public void close() {
        server.close();
    }
}
