package org.secondlook.core.protocol.yaml;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.protocol.CommonQuestion;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/** Every name that a pack gives to something, gathered first so that each mention can be looked up. */
final class Names {

    /** Clocks that may be named though they stand outside the table of clocks. */
    static final String WHOLE = "whole";

    static final String OWN_REVIEW = "own-review";

    private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);

    Names(Map<Kind, ? extends Collection<String>> known) {
        for (Kind kind : Kind.values()) {
            Collection<String> names = known.get(kind);
            this.known.put(kind, new LinkedHashSet<>(names == null ? List.of() : names));
        }
    }

    static Names of(Table pack) {
        Collection<Table> tracks = pack.tables("tracks", "track").values();
        List<Table> stages =
                tracks.stream().flatMap(t -> t.rows("stages", "stage").stream()).toList();
        Map<Kind, Collection<String>> known = new EnumMap<>(Kind.class);
        known.put(Kind.CLOCK, with(pack.table("clocks").keys(), Stream.of(OWN_REVIEW)));
        known.put(Kind.ROLE, pack.table("roles").keys());
        known.put(Kind.CONTACT, pack.table("contacts").keys());
        known.put(Kind.SLOT, pack.table("says").keys());
        known.put(Kind.QUESTION, with(pack.table("questions").keys(), Spelling.all(CommonQuestion.class).stream()));
        known.put(Kind.FORM, pack.table("forms").keys());
        known.put(Kind.TRACK, pack.table("tracks").keys());
        known.put(Kind.STAGE, ids(stages.stream()));
        known.put(Kind.DUTY, ids(duties(pack, tracks, stages)));
        known.put(Kind.AREA, pack.plainTexts("areas"));
        return new Names(known);
    }

    boolean has(Kind kind, String name) {
        return of(kind).contains(name);
    }

    Set<String> of(Kind kind) {
        return known.getOrDefault(kind, Set.of());
    }

    private static Stream<Table> duties(Table pack, Collection<Table> tracks, List<Table> stages) {
        return Stream.of(
                        tracks.stream().flatMap(t -> t.rows("every-stage", "duty").stream()),
                        stages.stream().flatMap(s -> s.rows("owes", "duty").stream()),
                        pack.tables("flags", "flag").values().stream().flatMap(f -> f.rows("owes", "duty").stream()),
                        pack.table("closing").rows("owes", "duty").stream())
                .flatMap(s -> s);
    }

    private static List<String> ids(Stream<Table> rows) {
        return rows.filter(row -> row.has("id")).map(row -> row.text("id")).toList();
    }

    private static Set<String> with(Set<String> names, Stream<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        more.forEach(all::add);
        return all;
    }
}
