package org.secondlook.core.directory.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/**
 * Everything in a directory that can be referred to, gathered first so that each mention can be looked up.
 *
 * @param teams the agency of each team
 * @param posts the agency of each post
 * @param people every person, as the key
 */
record Known(Map<String, String> teams, Map<String, String> posts, Map<String, String> people, Findings findings) {

    static Known of(Table directory, Findings findings) {
        List<Table> agencies = directory.rows("agencies", "agency");
        once(agencies.stream().map(row -> Map.entry("", row)), findings);
        return new Known(
                once(parts(agencies, "teams", "team"), findings),
                once(parts(agencies, "posts", "post"), findings),
                once(directory.rows("people", "person").stream().map(row -> Map.entry("", row)), findings),
                findings);
    }

    /** The thing named under a key, if it is known. */
    Optional<String> reference(Table row, String key, Map<String, String> known, String kind) {
        return row.optionalText(key).filter(name -> {
            boolean exists = known.containsKey(name);
            if (!exists) {
                row.fault(
                        key,
                        "names the %s '%s', which does not exist.%s"
                                .formatted(kind, name, Nearest.hint(name, known.keySet())));
            }
            return exists;
        });
    }

    private static Stream<Map.Entry<String, Table>> parts(List<Table> agencies, String key, String kind) {
        return agencies.stream()
                .flatMap(agency -> agency.rows(key, kind).stream().map(row -> Map.entry(idOf(agency), row)));
    }

    private static Map<String, String> once(Stream<Map.Entry<String, Table>> rows, Findings findings) {
        Map<String, String> owners = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        rows.forEach(entry -> {
            Table row = entry.getValue();
            String id = idOf(row);
            Integer earlier = lines.putIfAbsent(id, row.line("id"));
            if (earlier != null && !id.isEmpty()) {
                findings.fault(
                        row.line("id"),
                        "%s stands on line %d already. Give each a name of its own."
                                .formatted(Spelling.capitalised(row.name()), earlier));
            }
            owners.putIfAbsent(id, entry.getKey());
        });
        return owners;
    }

    private static String idOf(Table row) {
        return row.has("id") ? row.text("id") : "";
    }
}
