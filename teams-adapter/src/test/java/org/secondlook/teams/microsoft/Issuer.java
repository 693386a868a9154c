package org.secondlook.teams.microsoft;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** login.botframework.com: the OpenID metadata and the list of signing keys. */
public final class Issuer implements AutoCloseable {

    public static final String KEY_ID = "key-1";

    private final HttpServer server;
    private final ArrayNode keys = JsonNodeFactory.instance.arrayNode();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean out;

    public Issuer() {
        publish(KEY_ID, Keys.PUBLISHED, "msteams", "skype");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/metadata", exchange -> answer(exchange, metadata()));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, JsonNodeFactory.instance.objectNode().set("keys", keys));
        });
        server.start();
    }

    public URI metadataUrl() {
        return URI.create(
                "http://127.0.0.1:%d/metadata".formatted(server.getAddress().getPort()));
    }

    /** Publishes one more key. */
    public ObjectNode publish(String id, KeyPair pair, String... endorsements) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ObjectNode published = keys.addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", id)
                .put("n", base64(key.getModulus()))
                .put("e", base64(key.getPublicExponent()));
        ArrayNode channels = published.putArray("endorsements");
        for (String channel : endorsements) {
            channels.add(channel);
        }
        return published;
    }

    /** From now on, or no more, nothing but errors. */
    public void out(boolean isOut) {
        this.out = isOut;
    }

    /** How often the keys were asked for. */
    public int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private ObjectNode metadata() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("issuer", "https://api.botframework.com")
                .put("jwks_uri", metadataUrl().resolve("/keys").toString());
    }

    private void answer(HttpExchange exchange, ObjectNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(out ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] plain = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
