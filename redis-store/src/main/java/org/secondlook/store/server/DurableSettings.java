package org.secondlook.store.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.secondlook.store.StoreSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** Checks that a Redis keeps what it has answered, through a crash and through want of memory. */
public final class DurableSettings {

    private static final Logger log = LoggerFactory.getLogger(DurableSettings.class);

    private static final Map<String, String> NEEDED =
            Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction");

    private final UnifiedJedis redis;

    public DurableSettings(UnifiedJedis redis) {
        this.redis = redis;
    }

    /**
     * Refuses a server that may lose what it has answered.
     *
     * @param vouched whether whoever runs the server says that it is set so, where it does not let itself be asked
     *     ({@code secondlook.redis.durable})
     */
    public void require(boolean vouched) {
        Map<String, String> wrong = new TreeMap<>();
        try {
            NEEDED.forEach((setting, value) -> {
                if (!value.equals(redis.configGet(setting).get(setting))) {
                    wrong.put(setting, value);
                }
            });
        } catch (JedisDataException e) {
            requireVouched(vouched, e);
            return;
        }
        if (!wrong.isEmpty()) {
            List<String> commands = wrong.entrySet().stream()
                    .map(entry -> "redis-cli CONFIG SET " + entry.getKey() + " " + entry.getValue())
                    .toList();
            throw new StoreSetupException(
                    "Expected a Redis that loses nothing it has answered, but it may. Run%n%s%nand the same in its configuration file."
                            .formatted(
                                    commands.stream().map("  "::concat).collect(Collectors.joining("%n".formatted()))));
        }
    }

    private static void requireVouched(boolean vouched, JedisDataException e) {
        if (!vouched) {
            throw new StoreSetupException(
                    "Expected to ask Redis whether it loses nothing, but it does not allow CONFIG GET. Make sure that it runs with %s, and say so with secondlook.redis.durable=true."
                            .formatted(new TreeMap<>(NEEDED)),
                    e);
        }
        log.warn("Redis does not say how it is set; it is relied on to run with {}", new TreeMap<>(NEEDED));
    }
}
