package org.secondlook.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of the table that says of each requirement which test proves it. */
final class RequirementsTable {

    private static final List<String> HEADER = List.of("id", "status", "how", "where", "test");
    private static final Set<String> CAPABILITIES = Set.of(
            "the whole conversation",
            "written records and forms",
            "reports",
            "reliability and fallback",
            "identity and security",
            "quality and learning");
    private static final Pattern TEST = Pattern.compile("(\\w+(?:Test|IT))#(\\w+)");

    private final Set<String> ids = new LinkedHashSet<>();
    private final TestSources tests;

    /**
     * @param series how many requirements each letter has
     * @param tests where the tests are looked up
     */
    RequirementsTable(Map<String, Integer> series, TestSources tests) {
        new TreeMap<>(series).forEach((letter, size) -> {
            for (int number = 1; number <= size; number++) {
                ids.add(letter + number);
            }
        });
        this.tests = tests;
    }

    /** A sentence for each thing that is wrong with a table. */
    List<String> faults(String csv) {
        List<List<String>> rows = Csv.split(csv);
        List<String> faults = new ArrayList<>();
        if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
            faults.add("The first line must be %s.".formatted(String.join(",", HEADER)));
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        rows.stream().skip(1).forEach(row -> {
            times.merge(row.get(0), 1, Integer::sum);
            faults.addAll(faultsOf(row));
        });
        faults.addAll(faultsOf(times));
        return faults;
    }

    /** How many requirements a table says are still open. */
    long open(String csv) {
        return Csv.split(csv).stream().filter(row -> row.get(1).equals("open")).count();
    }

    private List<String> faultsOf(Map<String, Integer> times) {
        List<String> faults = new ArrayList<>();
        for (String id : ids) {
            if (!times.containsKey(id)) {
                faults.add("%s has no row.".formatted(id));
            }
        }
        times.forEach((id, rows) -> {
            if (!ids.contains(id)) {
                faults.add("Row '%s' is for no requirement.".formatted(id));
            } else if (rows > 1) {
                faults.add("%s has %d rows.".formatted(id, rows));
            }
        });
        return faults;
    }

    private List<String> faultsOf(List<String> row) {
        String id = row.get(0);
        if (row.size() != HEADER.size()) {
            return List.of("%s has %d fields instead of %d.".formatted(id, row.size(), HEADER.size()));
        }
        return switch (row.get(1)) {
            case "met" -> faultsOfMet(id, row);
            case "open" -> faultsOfOpen(id, row);
            default -> List.of("%s is neither met nor open, but '%s'.".formatted(id, row.get(1)));
        };
    }

    private List<String> faultsOfMet(String id, List<String> row) {
        List<String> faults = new ArrayList<>();
        for (int field = 2; field < HEADER.size(); field++) {
            if (row.get(field).isBlank()) {
                faults.add("%s is met, but its '%s' is empty.".formatted(id, HEADER.get(field)));
            }
        }
        if (!row.get(4).isBlank()) {
            for (String test : row.get(4).split("; ", -1)) {
                faults.addAll(faultsOf(id, test));
            }
        }
        return faults;
    }

    private List<String> faultsOf(String id, String test) {
        Matcher named = TEST.matcher(test);
        if (!named.matches()) {
            return List.of("%s names '%s', which is not like ClassTest#method.".formatted(id, test));
        }
        return tests
                .whyNotRun(named.group(1), named.group(2))
                .map(why -> "%s names %s, %s.".formatted(id, test, why))
                .stream()
                .toList();
    }

    private static List<String> faultsOfOpen(String id, List<String> row) {
        List<String> faults = new ArrayList<>();
        if (!CAPABILITIES.contains(row.get(2))) {
            faults.add("%s is open, but '%s' is no capability still to come.".formatted(id, row.get(2)));
        }
        if (!row.get(4).isBlank()) {
            faults.add("%s is open, but names a test.".formatted(id));
        }
        return faults;
    }
}
