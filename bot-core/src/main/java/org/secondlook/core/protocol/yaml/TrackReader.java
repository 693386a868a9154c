package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/** Reads the tracks of a pack: the ladder and the special procedures. */
final class TrackReader {

    private static final String ANYONE = "anyone";
    private static final String AT_THE_CONFERENCE = "professional at the conference";
    private static final String RAISING = "raising ";

    private final Reading reading;
    private final Optional<WhenLate> whenLate;
    private final Optional<String> whole;

    private TrackReader(Reading reading, Optional<WhenLate> whenLate, Optional<String> whole) {
        this.reading = reading;
        this.whenLate = whenLate;
        this.whole = whole;
    }

    /** The tracks by id. The pack's cap holds for its ladder. */
    static Map<TrackId, Track> read(Table pack, Reading reading, Optional<String> whole) {
        var reader = new TrackReader(reading, pack.word("when-late", WhenLate.class), whole);
        Map<TrackId, Track> tracks = new LinkedHashMap<>();
        Map<String, Table> tables = pack.tables("tracks", "track");
        tables.forEach((id, table) -> reader.track(new TrackId(id), table).ifPresent(t -> tracks.put(t.id(), t)));
        if (!tables.containsKey(TrackId.LADDER.value())) {
            pack.fault("tracks", "has no track 'ladder'. Every procedure has one.");
        }
        reader.refuseStagesTwice(tables.values().stream()
                .flatMap(table -> table.rows("stages", "stage").stream())
                .toList());
        return tracks;
    }

    private Optional<Track> track(TrackId id, Table table) {
        String title = table.text("title");
        Optional<String> openTo = openTo(table);
        Optional<String> opensUntil = reading.name(table, "opens-until", Kind.CLOCK);
        List<String> asks = reading.names(table, "asks", Kind.QUESTION);
        Optional<String> cap =
                reading.name(table, "whole", Kind.CLOCK).or(() -> id.equals(TrackId.LADDER) ? whole : Optional.empty());
        Optional<String> limit = reading.name(table, "limit", Kind.CLOCK);
        List<Stage> stages = stages(table, limit);
        for (Table row : table.rows("stages", "stage")) {
            if (id.equals(TrackId.LADDER) && !row.has("level")) {
                row.fault("level", "has no 'level'. Every stage of the ladder has one.");
            }
            if (!row.has("limit") && !table.has("limit")) {
                row.fault("limit", "has no 'limit', and neither has its track, so it would never end. Add a clock.");
            }
        }
        table.nothingElse();
        if (stages.isEmpty()) {
            if (table.rows("stages", "stage").isEmpty()) {
                table.fault("stages", "has no 'stages'. Add at least one.");
            }
            return Optional.empty();
        }
        Track track = new Track(id, title, openTo, opensUntil, asks, cap, stages);
        return Optional.of(reading.lines().mark(table.line(), track));
    }

    private Optional<String> openTo(Table table) {
        Optional<String> openTo = table.optionalText("open-to");
        Predicate<String> known = words -> words.equals(ANYONE)
                || words.equals(AT_THE_CONFERENCE)
                || (words.startsWith(RAISING)
                        && Spelling.find(words.substring(RAISING.length()), Level.class)
                                .filter(Level::isWithinAgencies)
                                .isPresent());
        if (openTo.isPresent() && !known.test(openTo.get())) {
            table.fault(
                    "open-to",
                    "is open to '%s'. Use 'anyone', 'professional at the conference' or 'raising' with a level."
                            .formatted(openTo.get()));
        }
        return openTo;
    }

    private List<Stage> stages(Table track, Optional<String> limit) {
        List<Table> rows = track.rows("stages", "stage");
        EveryStage every = new EveryStage(track, rows, reading);
        List<Stage> stages = new ArrayList<>();
        for (Table row : rows) {
            stages.add(stage(row, every, limit, row == rows.get(rows.size() - 1)));
        }
        return stages;
    }

    private Stage stage(Table row, EveryStage every, Optional<String> limit, boolean last) {
        Stage stage = new Stage(
                new StageId(row.id("id")),
                row.text("title"),
                row.optionalWord("level", Level.class),
                EveryStage.sides(row),
                reading.name(row, "limit", Kind.CLOCK).or(() -> limit),
                whenLate(row, last),
                byHand(row),
                Set.copyOf(row.words("skip-when", org.secondlook.core.protocol.Flag.class)),
                reading.names(row, "asks", Kind.QUESTION),
                reading.names(row, "says", Kind.SLOT),
                row.optionalText("mark"),
                every.dutiesOf(row));
        row.nothingElse();
        return reading.lines().mark(row.line(), stage);
    }

    /** After the last stage there is nothing to move to. */
    private WhenLate whenLate(Table row, boolean last) {
        Optional<WhenLate> own = row.optionalWord("when-late", WhenLate.class);
        if (last && own.filter(w -> w != WhenLate.STAY).isPresent()) {
            row.fault("when-late", "is the last of its track, so it can only 'stay' when it is late.");
        }
        return last ? WhenLate.STAY : own.or(() -> whenLate).orElse(WhenLate.ASK);
    }

    private static boolean byHand(Table row) {
        Optional<String> enter = row.optionalText("enter");
        if (enter.isPresent() && !enter.get().equals("by hand")) {
            row.fault("enter", "is entered '%s'. Write 'by hand', or nothing.".formatted(enter.get()));
        }
        return enter.isPresent();
    }

    private void refuseStagesTwice(List<Table> stages) {
        Map<String, Table> seen = new LinkedHashMap<>();
        for (Table stage : stages) {
            String id = stage.text("id");
            Table earlier = seen.putIfAbsent(id, stage);
            if (earlier != null && !id.isEmpty()) {
                stage.fault(
                        "id",
                        "stands on line %d already. Give each stage a name of its own.".formatted(earlier.line("id")));
            }
            if (id.equals(TargetGrammar.CLOSE) || id.equals(TargetGrammar.STAY) || id.equals(BesideReader.CLOSING)) {
                stage.fault("id", "cannot be called so: the word has a meaning.");
            }
        }
    }
}
