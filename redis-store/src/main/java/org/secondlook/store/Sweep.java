package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Looks through what is kept of a partnership, a part at a time, so that the server answers others in between. */
final class Sweep {

    private static final ScanParams PART = new ScanParams().count(500);

    private final PatientRedis redis;

    Sweep(PatientRedis redis) {
        this.redis = redis;
    }

    /** The keys that a pattern fits. What comes or goes meanwhile may be among them. */
    Set<String> keys(String pattern) {
        Set<String> keys = new LinkedHashSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String at = cursor;
            ScanResult<String> part =
                    redis.ask(r -> r.scan(at, new ScanParams().count(500).match(pattern)));
            keys.addAll(part.getResult());
            cursor = part.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return keys;
    }

    /** The fields of a hash. What comes or goes meanwhile may be among them. */
    List<Map.Entry<String, String>> fields(String hash) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        byte[] cursor = ScanParams.SCAN_POINTER_START_BINARY;
        do {
            byte[] at = cursor;
            ScanResult<Map.Entry<byte[], byte[]>> part = redis.ask(r -> r.hscan(hash.getBytes(UTF_8), at, PART));
            part.getResult()
                    .forEach(field -> fields.add(
                            Map.entry(new String(field.getKey(), UTF_8), new String(field.getValue(), UTF_8))));
            cursor = part.getCursorAsBytes();
        } while (!ScanParams.SCAN_POINTER_START.equals(new String(cursor, UTF_8)));
        return fields;
    }
}
