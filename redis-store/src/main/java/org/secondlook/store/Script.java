package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A Lua script of this module. Redis runs it as one step; a server that does not know it yet is sent it whole. */
final class Script {

    private final byte[] source;
    private final byte[] digest;

    private Script(byte[] source) {
        this.source = source;
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(source);
            this.digest = HexFormat.of().formatHex(sha1).getBytes(UTF_8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-1 on every Java", e);
        }
    }

    /** The script in a resource of this package. */
    static Script of(String name) {
        try (InputStream in = Objects.requireNonNull(
                Script.class.getResourceAsStream(name), "Expected script %s in the jar".formatted(name))) {
            return new Script(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(UnifiedJedis redis, List<String> keys, List<byte[]> arguments) {
        List<byte[]> names = keys.stream().map(key -> key.getBytes(UTF_8)).toList();
        try {
            return redis.evalsha(digest, names, arguments);
        } catch (JedisNoScriptException e) {
            return redis.eval(source, names, arguments);
        }
    }
}
