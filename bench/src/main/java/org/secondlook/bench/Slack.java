package org.secondlook.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As much of Slack as the bot calls, and the bodies that Slack sends. */
final class Slack implements AutoCloseable {

    /** Where Slack delivers. */
    static final String PATH = "/slack/events";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final Map<String, JsonNode> opened = new ConcurrentHashMap<>();
    private final AtomicLong triggers = new AtomicLong();

    Slack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::answer);
        server.start();
    }

    String apiUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    String trigger() {
        return triggers.incrementAndGet() + ".7240915562210.5b0e6d1e7f9a4c3b";
    }

    /** The modal that was opened by a trigger. */
    JsonNode opened(String trigger) {
        JsonNode modal = opened.remove(trigger);
        if (modal == null) {
            throw new IllegalStateException("Expected a modal for trigger " + trigger);
        }
        return modal;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ObjectNode answer = JSON.createObjectNode().put("ok", true);
            if (path.endsWith("/views.open")) {
                Map<String, String> form = form(body);
                opened.put(form.get("trigger_id"), JSON.readTree(form.get("view")));
                answer.putObject("view").put("id", "V0");
            } else if (path.endsWith("/conversations.open")) {
                answer.putObject("channel").put("id", "D0");
            } else {
                answer.put("channel", "D0").put("ts", triggers.incrementAndGet() + ".000100");
            }
            byte[] bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> field.length == 1 ? "" : URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    /** What the slash command sends. */
    static byte[] command(String user, String trigger) {
        String form =
                "team_id=%s&user_id=%s&channel_id=D0&command=%%2Fsecond-look&text=&api_app_id=A0&is_enterprise_install=false&trigger_id=%s"
                        .formatted(Northshire.WORKSPACE, user, trigger);
        return form.getBytes(StandardCharsets.UTF_8);
    }

    /** What the submit button of a modal sends, with what stands in its inputs. */
    static byte[] submission(String user, String trigger, JsonNode modal, ObjectNode values) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("type", "view_submission").put("trigger_id", trigger).put("api_app_id", "A0");
        payload.putObject("team").put("id", Northshire.WORKSPACE);
        payload.putObject("user").put("id", user).put("team_id", Northshire.WORKSPACE);
        payload.put("is_enterprise_install", false);
        ObjectNode view = (ObjectNode) modal.deepCopy();
        view.put("id", "V0").put("hash", "h0").putObject("state").set("values", values);
        payload.set("view", view);
        return ("payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
