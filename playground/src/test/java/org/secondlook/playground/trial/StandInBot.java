package org.secondlook.playground.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the bot would: keeps every request and answers as the test says. */
public final class StandInBot implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();
    private volatile Function<Request, Reply> answer = request -> Reply.empty();
    private volatile Function<Request, Reply> clock = request -> new Reply(404, "");

    public StandInBot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** A request of Slack or Teams. */
    public record Request(String path, Map<String, String> headers, String body) {

        /** The JSON of the request: its body, or the payload of an interaction. */
        public JsonNode json() {
            return JSON.readTree(body.startsWith("{") ? body : form().getOrDefault("payload", "{}"));
        }

        public Map<String, String> form() {
            return Arrays.stream(body.split("&", -1))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        }

        /** {@code type} of an activity or interaction, of the event in an envelope, or {@code command}. */
        public String kind() {
            if (!body.startsWith("{") && form().containsKey("command")) {
                return "command";
            }
            JsonNode json = json();
            return json.path("event").path("type").asString(json.path("type").asString(""));
        }
    }

    /** What the stand-in answers. */
    public record Reply(int status, String body) {

        public static Reply empty() {
            return new Reply(200, "");
        }

        public static Reply json(String body) {
            return new Reply(200, body);
        }
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void answering(Function<Request, Reply> newAnswer) {
        answer = newAnswer;
    }

    public void answering(Reply always) {
        answer = request -> always;
    }

    /** What the clock address answers; nothing is there at first. */
    public void clockAnswering(Function<Request, Reply> newClock) {
        clock = newClock;
    }

    /** The next request of this kind; others that came before are dropped. */
    public Request next(String kind) {
        return next(request -> request.kind().equals(kind));
    }

    public Request next(Predicate<Request> wanted) {
        try {
            while (true) {
                Request request = received.poll(5, TimeUnit.SECONDS);
                if (request == null) {
                    throw new AssertionError("Expected a request, but none came");
                }
                if (wanted.test(request)) {
                    return request;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public void forgetAll() {
        received.clear();
        answer = request -> Reply.empty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().get(0)));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(exchange.getRequestURI().getPath(), headers, body);
            boolean aboutTime = request.path().equals("/playground/clock");
            if (!aboutTime) {
                received.add(request);
            }
            Reply reply = aboutTime ? clock.apply(request) : answer.apply(request);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
