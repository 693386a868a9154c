package org.secondlook.teams.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The Bot Connector service of a region, and the token endpoint of every tenant. */
public final class FakeConnector implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private final Deque<Answer> nextLogins = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger posted = new AtomicInteger(1000);

    /** A request as it arrived. */
    public record Request(String method, String path, Optional<String> authorization, JsonNode body) {}

    private record Answer(int status, String body, Map<String, String> headers) {}

    public FakeConnector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/uk/", this::connect);
        server.createContext("/login/", this::login);
        server.start();
    }

    /** Where it is, with port and without a path. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String serviceUrl() {
        return origin() + "/uk/";
    }

    public String tokenUrl() {
        return origin() + "/login/{tenant}/oauth2/v2.0/token";
    }

    /** What the Connector was asked, in turn. */
    public List<Request> requests() {
        return requests;
    }

    /** What was asked for last. */
    public Request last() {
        return requests.get(requests.size() - 1);
    }

    /** The tenant and the form of each request for a token. */
    public List<String> logins() {
        return logins;
    }

    /**
     * How the next request to the Connector is answered.
     *
     * @param headers names and values in turn
     */
    public void answer(int status, String body, String... headers) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put(headers[i], headers[i + 1]);
        }
        next.add(new Answer(status, body, named));
    }

    /** How the next request for a token is answered. */
    public void answerLogin(int status, String body) {
        nextLogins.add(new Answer(status, body, Map.of()));
    }

    /** Does not answer the next request to the Connector. */
    public void hang() {
        next.add(new Answer(0, "", Map.of()));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void connect(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring("/uk".length()),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body));
        requests.add(request);
        Answer answer = Optional.ofNullable(next.poll()).orElseGet(() -> usual(request));
        if (answer.status() == 0) {
            waitUntilClosed();
            return;
        }
        answer(exchange, answer);
    }

    private void login(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().substring("/login/".length());
        String tenant = path.substring(0, path.indexOf('/'));
        logins.add(tenant + " " + form);
        ObjectNode token = JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "Bearer")
                .put("expires_in", 3599)
                .put("access_token", "token-" + logins.size() + "-of-" + tenant);
        answer(exchange, Optional.ofNullable(nextLogins.poll()).orElseGet(() -> ok(200, token)));
    }

    private Answer usual(Request request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (request.path().equals("/v3/conversations")) {
            String channel = request.body().at("/channelData/channel/id").asText();
            String id = String.valueOf(posted.incrementAndGet());
            String member = request.body().at("/members/0/id").asText();
            return channel.isEmpty()
                    ? ok(201, answer.put("id", "a:chat-of-" + member))
                    : ok(201, answer.put("id", channel + ";messageid=" + id).put("activityId", id));
        }
        if (request.method().equals("GET")) {
            String user = request.path().substring(request.path().lastIndexOf('/') + 1);
            return ok(
                    200,
                    answer.put("id", "29:" + user).put("name", "Priya Shah").put("aadObjectId", user));
        }
        return ok(
                request.method().equals("PUT") ? 200 : 201, answer.put("id", String.valueOf(posted.incrementAndGet())));
    }

    private static Answer ok(int status, ObjectNode body) {
        return new Answer(status, body.toString(), Map.of());
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void waitUntilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
