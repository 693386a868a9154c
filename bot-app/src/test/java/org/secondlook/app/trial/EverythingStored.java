package org.secondlook.app.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.secondlook.store.RedisStore;
import redis.clients.jedis.UnifiedJedis;

/**
 * Every key and every value in a Redis, with events unpacked.
 *
 * @param events what stands in the histories
 * @param rest everything else
 */
public record EverythingStored(String events, String rest) {

    public static EverythingStored in(UnifiedJedis redis) {
        StringBuilder events = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        for (String name : redis.keys("*")) {
            byte[] key = name.getBytes(UTF_8);
            rest.append(name).append('\n');
            switch (redis.type(name)) {
                case "list" ->
                    redis.lrange(key, 0, -1)
                            .forEach(value -> (value[0] == 1 ? events : rest)
                                    .append(value[0] == 1 ? unpacked(value) : text(value))
                                    .append('\n'));
                case "string" -> Optional.ofNullable(redis.get(key)).ifPresent(value -> rest.append(text(value)));
                case "set" -> rest.append(texts(redis.smembers(key)));
                case "zset" -> rest.append(texts(redis.zrange(key, 0, -1)));
                case "hash" -> {
                    Map<byte[], byte[]> fields = redis.hgetAll(key);
                    rest.append(texts(fields.keySet())).append(texts(fields.values()));
                }
                case "none" -> {
                    // Expired since the names were listed.
                }
                default -> throw new IllegalStateException("Expected a type that is looked into, but " + name);
            }
        }
        return new EverythingStored(events.toString(), rest.toString());
    }

    /** Whether a text stands anywhere, as it is or in Base64. */
    public boolean holds(String text) {
        return Stream.concat(Stream.of(text), IntStream.range(0, 3).mapToObj(offset -> inBase64(text, offset)))
                .anyMatch(form -> events.contains(form) || rest.contains(form));
    }

    /** What of a text does not depend on what stands around it. */
    private static String inBase64(String text, int offset) {
        String base64 =
                Base64.getUrlEncoder().withoutPadding().encodeToString(("x".repeat(offset) + text).getBytes(UTF_8));
        return text.length() < 9 ? text : base64.substring(4, base64.length() - 4);
    }

    private static String texts(Collection<byte[]> values) {
        return values.stream().map(EverythingStored::text).collect(Collectors.joining("\n"));
    }

    private static String text(byte[] value) {
        return new String(value, UTF_8);
    }

    private static String unpacked(byte[] event) {
        Inflater inflater = new Inflater(true);
        try (InputStream words = Objects.requireNonNull(RedisStore.class.getResourceAsStream("event-words.txt"))) {
            inflater.setDictionary(words.readAllBytes());
            inflater.setInput(event, 1, event.length - 1);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] chunk = new byte[4096];
            while (!inflater.finished()) {
                plain.write(chunk, 0, inflater.inflate(chunk));
            }
            return text(plain.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataFormatException e) {
            throw new IllegalStateException("Expected an event", e);
        } finally {
            inflater.end();
        }
    }
}
