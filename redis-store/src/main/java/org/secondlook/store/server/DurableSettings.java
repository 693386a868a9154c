package org.secondlook.store.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.store.StoreSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Checks that each server which takes writes keeps what it has answered, through a crash and through want of memory; and
 * where another may take its place, that it answers nothing that no other has.
 */
public final class DurableSettings {

    private static final Logger log = LoggerFactory.getLogger(DurableSettings.class);

    private static final String REPLICAS = "min-replicas-to-write";
    private static final String LAG = "min-replicas-max-lag";

    private final RedisLink link;
    private final Map<String, String> needed;
    private final boolean replaceable;

    public DurableSettings(RedisLink link) {
        this.link = link;
        this.replaceable = link.isBehindSentinel();
        this.needed = new LinkedHashMap<>();
        needed.put("appendonly", "yes");
        needed.put("appendfsync", "always");
        needed.put("maxmemory-policy", "noeviction");
        if (replaceable) {
            needed.put(REPLICAS, "1");
            needed.put(LAG, "10");
        }
    }

    /**
     * Refuses servers that may lose what they have answered.
     *
     * @param vouched whether whoever runs the servers says that they are set so, where they do not let themselves be asked
     *     ({@code secondlook.redis.durable})
     * @return how many replicas the servers themselves demand for a write
     */
    public int require(boolean vouched) {
        Map<String, Map<String, String>> found;
        try {
            found = link.ofEachPrimary(this::settings);
        } catch (JedisDataException e) {
            requireVouched(vouched, e);
            return replaceable ? 1 : 0;
        }
        List<String> commands = new ArrayList<>();
        found.forEach((server, settings) -> needed.forEach((setting, value) -> {
            if (!isGood(setting, settings.getOrDefault(setting, ""), value)) {
                commands.add(
                        "  redis-cli -h %s CONFIG SET %s %s".formatted(server.replace(":", " -p "), setting, value));
            }
        }));
        if (!commands.isEmpty()) {
            throw new StoreSetupException(
                    "Expected a Redis that loses nothing it has answered, but it may. Run%n%s%nand the same in its configuration file%s."
                            .formatted(
                                    String.join("%n".formatted(), commands),
                                    replaceable ? ", and in those of its replicas" : ""));
        }
        return found.values().stream().mapToInt(DurableSettings::replicas).min().orElse(0);
    }

    private Map<String, String> settings(Jedis server) {
        Map<String, String> settings = new LinkedHashMap<>();
        // One by one: Redis 6.2 takes no more.
        needed.keySet().forEach(setting -> settings.putAll(server.configGet(setting)));
        settings.putAll(server.configGet(REPLICAS));
        settings.putAll(server.configGet(LAG));
        return settings;
    }

    private static boolean isGood(String setting, String found, String value) {
        boolean counts = setting.equals(REPLICAS) || setting.equals(LAG);
        return counts ? number(found) > 0 : found.equals(value);
    }

    /** A lag of 0 switches the demand off. */
    private static int replicas(Map<String, String> settings) {
        return number(settings.getOrDefault(LAG, "")) > 0 ? number(settings.getOrDefault(REPLICAS, "")) : 0;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private void requireVouched(boolean vouched, JedisDataException e) {
        if (!vouched) {
            throw new StoreSetupException(
                    "Expected to ask Redis whether it loses nothing, but it does not allow CONFIG GET. Make sure that it runs with %s, and say so with secondlook.redis.durable=true."
                            .formatted(needed),
                    e);
        }
        log.warn("Redis does not say how it is set; it is relied on to run with {}", needed);
    }
}
