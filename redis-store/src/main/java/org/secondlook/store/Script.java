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

    /** By what a server knows the script. */
    String digestText() {
        return new String(digest, UTF_8);
    }

    /** Runs the script on a server. */
    Object run(UnifiedJedis redis, List<String> keys, List<byte[]> arguments) {
        return run(redis::evalsha, redis::eval, keys, arguments);
    }

    /**
     * Runs the script in a way of one's own.
     *
     * @param known how a server is asked to run a script that it knows by its digest
     * @param whole how a server is asked to run a script that it is sent
     */
    Object run(Way known, Way whole, List<String> keys, List<byte[]> arguments) {
        List<byte[]> names = keys.stream().map(key -> key.getBytes(UTF_8)).toList();
        try {
            return known.run(digest, names, arguments);
        } catch (JedisNoScriptException e) {
            return whole.run(source, names, arguments);
        }
    }

    /** How a server is asked to run a script. */
    interface Way {
        Object run(byte[] script, List<byte[]> keys, List<byte[]> arguments);
    }
}
