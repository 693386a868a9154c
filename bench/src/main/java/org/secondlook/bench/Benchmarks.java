package org.secondlook.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the benchmarks: {@code all} of them or the one named, and {@code short} to see only that they work. */
public final class Benchmarks {

    private static final Logger log = LoggerFactory.getLogger(Benchmarks.class);

    private Benchmarks() {}

    /** Measures. */
    public static void main(String[] arguments) {
        Map<String, Consumer<Results>> all = new LinkedHashMap<>();
        all.put("http", HttpTurns::run);
        all.put("turns", Rounds::run);
        all.put("memory", CaseMemory::run);
        all.put("reminders", Reminders::run);
        Results results = new Results(arguments.length > 1 && arguments[1].equals("short"));
        int status = 1;
        try {
            all.forEach((name, benchmark) -> {
                if (arguments[0].equals("all") || arguments[0].equals(name)) {
                    results.begin(name);
                    benchmark.accept(results);
                }
            });
            status = 0;
        } catch (RuntimeException e) {
            log.error("Benchmark failed", e);
        }
        System.exit(status);
    }
}
