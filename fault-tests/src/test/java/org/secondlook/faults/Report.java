package org.secondlook.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.faults.Findings.Kind;

/** The table: each fault, how often, and what was wrong afterwards. */
final class Report {

    private static final String ROW = "%-50s %7s %6s %8s %7s %6s %10s %6s %8s%n";

    private final Path file;
    private final PrintStream out;
    private final StringBuilder table = new StringBuilder();
    private long last = System.nanoTime();
    private final List<String> violations = new ArrayList<>();

    Report(Path file, PrintStream out, long seed, int minutes) {
        this.file = file;
        this.out = out;
        table.append("Faults, %d minutes, seed %d%n%n".formatted(minutes, seed));
        table.append(
                ROW.formatted("fault", "count", "lost", "doubled", "missed", "early", "misrouted", "again", "seconds"));
        out.print(table);
    }

    void progress(String name, int struck, Findings findings) {
        out.printf("  %s: %d so far%n", name, struck);
        findings.sentences().forEach(sentence -> out.printf("    %s%n", sentence));
    }

    void add(String name, int count, Findings findings) {
        String row = ROW.formatted(
                name,
                count,
                findings.count(Kind.LOST),
                findings.count(Kind.DOUBLED),
                findings.count(Kind.MISSED),
                findings.count(Kind.EARLY),
                findings.count(Kind.MISROUTED),
                findings.again(),
                secondsSinceTheLast());
        table.append(row);
        out.print(row);
        findings.sentences().forEach(sentence -> violations.add(name + ": " + sentence));
        write();
    }

    private long secondsSinceTheLast() {
        long now = System.nanoTime();
        long seconds = Duration.ofNanos(now - last).toSeconds();
        last = now;
        return seconds;
    }

    /** Something beside the table, such as the control. */
    void note(String line) {
        table.append(line).append(System.lineSeparator());
        out.println(line);
        write();
    }

    void violate(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    private void write() {
        try {
            Files.writeString(file, table + System.lineSeparator() + String.join(System.lineSeparator(), violations));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
