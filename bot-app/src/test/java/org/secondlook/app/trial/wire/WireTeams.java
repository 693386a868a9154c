package org.secondlook.app.trial.wire;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Teams: the keys and tokens of Microsoft, a Connector that keeps what the bot posts, and activities under a token as the
 * Connector signs them.
 */
public final class WireTeams implements AutoCloseable {

    private static final Pattern POST = Pattern.compile(".*/v3/conversations/([^/]+)/activities(?:/([^/]+))?");
    private static final Pattern MEMBER = Pattern.compile(".*/members/([^/]+)");
    private static final String KEY = "key-1";
    private static final int BITS = 2048;

    private final LocalServer server = new LocalServer(this::answer);
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyPair keys = keys();
    private final URI bot;
    private final Map<String, Map<String, ObjectNode>> chats = new HashMap<>();
    private int ids = 1_000;

    /** Tells of whatever the bot shows. */
    final Signal signal = new Signal();

    /**
     * Starts the servers.
     *
     * @param bot where the bot takes activities
     */
    public WireTeams(URI bot) {
        this.bot = bot;
    }

    /** Where the keys are named. */
    public URI openIdUrl() {
        return server.url("/openid");
    }

    /** Where tokens are to be had. */
    public String tokenUrl() {
        return server.url("/login/") + "{tenant}/token";
    }

    /** The service URL in every activity. */
    public URI serviceUrl() {
        return server.url("/connector/");
    }

    /** The messages of a chat or channel, each with its card and its id. */
    List<JsonNode> messages(String chat) {
        return List.copyOf(chats.getOrDefault(chat, Map.of()).values());
    }

    int next() {
        int[] id = new int[1];
        signal.changes(() -> id[0] = ++ids);
        return id[0];
    }

    /** Delivers an activity; what an invoke is answered with. */
    JsonNode deliver(String appId, ObjectNode activity) {
        HttpRequest request = HttpRequest.newBuilder(bot)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + token(appId))
                .POST(HttpRequest.BodyPublishers.ofString(activity.toString()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Expected 200, but found " + answer.statusCode());
            }
            return answer.body().isEmpty()
                    ? LocalServer.JSON.createObjectNode()
                    : LocalServer.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token(String appId) {
        Instant now = Instant.now();
        return JWT.create()
                .withKeyId(KEY)
                .withIssuer("https://api.botframework.com")
                .withAudience(appId)
                .withClaim("serviceurl", serviceUrl().toString())
                .withNotBefore(now)
                .withExpiresAt(now.plusSeconds(600))
                .sign(Algorithm.RSA256(null, (RSAPrivateKey) keys.getPrivate()));
    }

    private JsonNode answer(LocalServer.Request request) {
        String path = request.path();
        ObjectNode answer = LocalServer.JSON.createObjectNode();
        if (path.equals("/openid")) {
            return answer.put("issuer", "https://api.botframework.com")
                    .put("jwks_uri", server.url("/keys").toString());
        }
        if (path.equals("/keys")) {
            answer.putArray("keys").add(key());
            return answer;
        }
        if (path.startsWith("/login/")) {
            return answer.put("token_type", "Bearer").put("expires_in", 3600).put("access_token", "token");
        }
        if (!request.authorization().equals("Bearer token")) {
            throw new AssertionError("Expected the bot's token at " + path);
        }
        signal.changes(() -> connect(request, answer));
        return answer;
    }

    private void connect(LocalServer.Request request, ObjectNode answer) {
        JsonNode body = request.body().isEmpty()
                ? LocalServer.JSON.createObjectNode()
                : LocalServer.JSON.readTree(request.body());
        Matcher post = POST.matcher(request.path());
        Matcher member = MEMBER.matcher(request.path());
        if (post.matches()) {
            String id = request.method().equals("PUT") ? post.group(2) : String.valueOf(++ids);
            keep(post.group(1), id, body);
            answer.put("id", id);
        } else if (member.matches()) {
            answer.put("id", "29:" + member.group(1))
                    .put("aadObjectId", member.group(1))
                    .put("name", "Somebody");
        } else {
            open(body, answer);
        }
    }

    private void open(JsonNode body, ObjectNode answer) {
        String channel = body.at("/channelData/channel/id").asString("");
        if (channel.isEmpty()) {
            String user = body.at("/members/0/id").stringValue();
            answer.put("id", TeamsPerson.chatOf(user.startsWith("29:") ? user.substring("29:".length()) : user));
            return;
        }
        String id = String.valueOf(++ids);
        keep(channel, id, body.path("activity"));
        answer.put("id", channel + ";messageid=" + id).put("activityId", id);
    }

    private void keep(String chat, String id, JsonNode activity) {
        ObjectNode message = LocalServer.JSON.createObjectNode().put("id", id);
        message.set("card", activity.at("/attachments/0/content"));
        chats.computeIfAbsent(chat.replaceFirst(";messageid=.*", ""), c -> new LinkedHashMap<>())
                .put(id, message);
    }

    private ObjectNode key() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        ObjectNode published = LocalServer.JSON
                .createObjectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", KEY)
                .put("n", base64(key.getModulus()))
                .put("e", base64(key.getPublicExponent()));
        published.putArray("endorsements").add("msteams");
        return published;
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] plain = Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected RSA on every Java", e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
