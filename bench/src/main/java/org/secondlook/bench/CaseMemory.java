package org.secondlook.bench;

import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.core.casework.CaseId;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** How much of Redis a case takes that has come to 20 events or a little more. */
final class CaseMemory {

    private static final int TEAMS = 40;
    private static final int RAISERS = 25;
    private static final Pattern USED = Pattern.compile("used_memory:(\\d+)");

    private final Northshire world;
    private final Office office;

    private CaseMemory(Northshire world, Office office) {
        this.world = world;
        this.office = office;
    }

    static void run(Results results) {
        Path folder = Folders.empty("memory");
        Northshire world = new Northshire(TEAMS, results.isShort() ? 5 : RAISERS);
        try (Office office = new Office(folder, world)) {
            new CaseMemory(world, office).measure(results);
        }
        Folders.delete(folder);
    }

    private void measure(Results results) {
        long before = used();
        live();
        long recent = used();
        LongSummaryStatistics events = office.store().open(Northshire.ID).keySet().stream()
                .mapToLong(this::length)
                .summaryStatistics();
        forget("*}:turn:*");
        forget("*:sent");
        long after = used();
        long cases = events.getCount();
        results.add("cases", String.valueOf(cases));
        results.add(
                "events of a case", "%.1f (%d to %d)".formatted(events.getAverage(), events.getMin(), events.getMax()));
        results.add("bytes of Redis a case", String.valueOf((after - before) / cases));
        kinds().entrySet().stream()
                .filter(kind -> kind.getValue() >= cases)
                .forEach(kind -> results.add("of them in " + kind.getKey(), String.valueOf(kind.getValue() / cases)));
        results.add("bytes with what its turns led to, kept for 30 days", String.valueOf((recent - before) / cases));
    }

    private int length(CaseId id) {
        return office.store().history(Northshire.ID, id).version();
    }

    /** Each raises a concern, their leads take them across, and the managers agree the date and answer. */
    private void live() {
        for (int raiser = 0; raiser < world.people(); raiser++) {
            Office.Employee person = office.person(Northshire.raiser(raiser));
            person.begins();
            person.fills(new Filling(world.concern(raiser, "2026-11-30"), "2026-12-04"), "Send to");
        }
        deliver();
        Filling plain = new Filling(Map.of(), "2026-12-04");
        for (int raiser = 0; raiser < world.people(); raiser++) {
            Office.Employee lead = office.person(world.lead(raiser));
            if (lead.opensMessage("Read it")) {
                lead.presses("No");
                lead.presses("Take it to");
                lead.fills(plain, "Send to");
            }
        }
        deliver();
        for (int raiser = 0; raiser < world.people(); raiser++) {
            Office.Employee manager = office.person(world.manager(raiser));
            if (manager.opensMessage("Read it")) {
                manager.presses("No");
                manager.presses("Agree ");
            }
        }
        forget("*:sent");
    }

    private void deliver() {
        office.deliver();
        forget("*:sent");
    }

    /** What is kept for a while only is gone, as it is once the while is over. */
    private void forget(String pattern) {
        UnifiedJedis redis = office.connection();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> found =
                    redis.scan(cursor, new ScanParams().match(pattern).count(1_000));
            found.getResult().forEach(redis::del);
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }

    /** The bytes of each kind of key, by how their names end; they leave out the table of all keys. */
    private Map<String, Long> kinds() {
        UnifiedJedis redis = office.connection();
        Map<String, Long> kinds = new TreeMap<>();
        for (String key : redis.keys("*")) {
            kinds.merge(key.substring(key.lastIndexOf(':') + 1), redis.memoryUsage(key, 0), Long::sum);
        }
        return kinds;
    }

    private long used() {
        Matcher used = USED.matcher(office.connection().info("memory"));
        if (!used.find()) {
            throw new IllegalStateException("Expected Redis to say how much memory it uses");
        }
        return Long.parseLong(used.group(1));
    }
}
