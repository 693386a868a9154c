package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/**
 * The duties that a track has in each stage with both sides. A row of the same id lower down, here or in the stage
 * itself, changes only the keys it names.
 */
final class EveryStage {

    private final List<Table> rows;
    private final Reading reading;

    EveryStage(Table track, List<Table> stages, Reading reading) {
        this.rows = track.rows("every-stage", "duty");
        this.reading = reading;
        List<String> bothSided = stages.stream()
                .filter(stage -> sides(stage) == Stage.Sides.BOTH)
                .map(stage -> stage.text("id"))
                .toList();
        rows.forEach(row -> check(row, bothSided));
        refuseRepeats();
    }

    static Stage.Sides sides(Table stage) {
        return stage.optionalWord("sides", Stage.Sides.class).orElse(Stage.Sides.BOTH);
    }

    /** The duties of a stage: these, changed and added to by its own. */
    List<Duty> dutiesOf(Table stage) {
        Map<String, Table> duties = new LinkedHashMap<>();
        if (sides(stage) == Stage.Sides.BOTH) {
            rows.stream().filter(row -> appliesTo(row, stage.text("id"))).forEach(row -> lay(row, duties));
        }
        List<String> own = new ArrayList<>();
        for (Table row : stage.rows("owes", "duty")) {
            DutyReader.refuseAt(row);
            if (own.contains(row.text("id"))) {
                row.fault("id", "stands twice in %s. Make them one.".formatted(stage.name()));
            }
            own.add(row.text("id"));
            lay(row, duties);
        }
        DutyReader reader = new DutyReader(reading);
        return duties.values().stream()
                .flatMap(row -> reader.ofStage(row).stream())
                .toList();
    }

    private static void lay(Table row, Map<String, Table> duties) {
        duties.merge(row.text("id"), row, (below, above) -> above.over(below));
    }

    private static boolean appliesTo(Table row, String stage) {
        return !row.has("at") || row.plainTexts("at").contains(stage);
    }

    private void check(Table row, List<String> bothSided) {
        for (Text at : row.texts("at")) {
            if (reading.isKnown(row, at, Kind.STAGE) && !bothSided.contains(at.value())) {
                reading.findings()
                        .fault(
                                at.line(),
                                ("Stage %s is not one of this track with both sides, so what every stage owes does not "
                                                + "reach it.")
                                        .formatted(at.value()));
            }
        }
        if (!row.has("at") && bothSided.isEmpty()) {
            row.fault("id", "is owed in every stage with both sides, but this track has none.");
        }
    }

    private void refuseRepeats() {
        List<String> everywhere = new ArrayList<>();
        for (Table row : rows) {
            if (!row.has("at")) {
                if (everywhere.contains(row.text("id"))) {
                    row.fault("id", "stands twice under 'every-stage'. Make them one, or say 'at' which stages.");
                }
                everywhere.add(row.text("id"));
            }
        }
    }
}
