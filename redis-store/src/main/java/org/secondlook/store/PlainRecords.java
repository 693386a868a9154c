package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small records of texts, each under a name and replaced as a whole. They are not sealed: nothing that somebody wrote, and
 * nothing about a case, belongs here.
 */
public final class PlainRecords {

    /** The record that says that the installation is in hold; no backup has it. */
    public static final String HOLD = "hold";

    private static final String PREFIX = "secondlook:record:";
    private static final Script REPLACE = Script.of("replace.lua");

    private final PatientRedis redis;

    PlainRecords(PatientRedis redis) {
        this.redis = redis;
    }

    /** The record of that name; empty where there is none. */
    public Map<String, String> find(String name) {
        return redis.ask(r -> r.hgetAll(key(name)));
    }

    /**
     * Keeps a record in place of the one of that name, in one step.
     *
     * @param fields at least one
     * @return what was kept before; empty if there was none
     */
    public Map<String, String> replace(String name, Map<String, String> fields) {
        List<byte[]> arguments = new ArrayList<>();
        fields.forEach((field, value) -> {
            arguments.add(field.getBytes(UTF_8));
            arguments.add(value.getBytes(UTF_8));
        });
        List<?> before = (List<?>) redis.run(REPLACE, List.of(key(name)), arguments);
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i += 2) {
            kept.put(text(before.get(i)), text(before.get(i + 1)));
        }
        return kept;
    }

    /** Lets a record go, if there is one of that name. */
    public void remove(String name) {
        redis.ask(r -> r.del(key(name)));
    }

    static String key(String name) {
        return PREFIX + name;
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }
}
