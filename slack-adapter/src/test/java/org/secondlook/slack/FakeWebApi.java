package org.secondlook.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A stand-in for Slack's Web API that keeps what it is asked and answers as it is told to. */
final class FakeWebApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private int messages;

    /** A call that was made. */
    record Call(String method, String token, Map<String, String> form) {

        String get(String name) {
            return Optional.ofNullable(form.get(name))
                    .orElseThrow(() -> new AssertionError("Expected %s among %s".formatted(name, form.keySet())));
        }

        JsonObject view() {
            return JsonParser.parseString(get("view")).getAsJsonObject();
        }

        JsonArray blocks() {
            return JsonParser.parseString(get("blocks")).getAsJsonArray();
        }
    }

    /** An answer other than the usual one. */
    record Answer(int status, String body, Map<String, String> headers) {

        static Answer error(String error) {
            return new Answer(200, "{\"ok\":false,\"error\":\"%s\"}".formatted(error), Map.of());
        }

        static Answer status(int status) {
            return new Answer(status, "", Map.of());
        }

        static Answer of(String body) {
            return new Answer(200, body, Map.of());
        }

        /** Nothing, for as long as the caller waits. */
        static Answer none() {
            return status(0);
        }
    }

    FakeWebApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/api/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
    }

    /** The next call of that method gets that answer. */
    void next(String method, Answer answer) {
        answers.computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<String> methods() {
        return calls.stream().map(Call::method).toList();
    }

    Call only(String method) {
        List<Call> made =
                calls.stream().filter(call -> call.method().equals(method)).toList();
        if (made.size() != 1) {
            throw new AssertionError("Expected one call of %s, but found %s".formatted(method, methods()));
        }
        return made.get(0);
    }

    void forget() {
        calls.clear();
        answers.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = form(body);
        String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("")
                .replace("Bearer ", "");
        calls.add(new Call(method, token, form));
        Answer answer = Optional.ofNullable(answers.get(method))
                .flatMap(queue -> Optional.ofNullable(queue.poll()))
                .orElseGet(() -> usual(method, form));
        if (answer.status() == 0) {
            await();
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer usual(String method, Map<String, String> form) {
        return switch (method) {
            case "views.open", "views.update", "views.push", "views.publish" ->
                Answer.of("{\"ok\":true,\"view\":{\"id\":\"V0VIEW\",\"hash\":\"1.a\"}}");
            case "chat.postMessage" ->
                Answer.of("{\"ok\":true,\"channel\":\"%s\",\"ts\":\"1764583200.%06d\"}"
                        .formatted(form.getOrDefault("channel", "").replaceFirst("^U", "D"), ++messages));
            case "conversations.info" ->
                Answer.of("{\"ok\":true,\"channel\":{\"id\":\"C0HEALTHVIS\",\"is_private\":true}}");
            case "chat.update", "chat.postEphemeral" -> Answer.of("{\"ok\":true}");
            default -> Answer.error("unknown_method");
        };
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new ArrayList<>(List.of(body.split("&")))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
