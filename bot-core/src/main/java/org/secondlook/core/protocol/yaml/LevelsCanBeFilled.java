package org.secondlook.core.protocol.yaml;

import java.util.Arrays;
import java.util.List;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.LevelTitles;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Spelling;

/** Every level at which somebody is asked has titles for every kind of agency, and fits whoever takes part. */
final class LevelsCanBeFilled {

    private LevelsCanBeFilled() {}

    static void check(Checked pack) {
        pack.stages().forEach(stage -> fitsSides(pack, stage));
        LevelTitles levels = pack.protocol().levels();
        for (Level level : pack.protocol().levelsAsked()) {
            List<String> without = Arrays.stream(Sector.values())
                    .filter(sector -> levels.titles(level, sector).isEmpty())
                    .map(Spelling::of)
                    .toList();
            if (without.size() == Sector.values().length) {
                pack.fault(
                        levels,
                        "Level %s is asked for, but 'levels' has no titles for it.".formatted(Spelling.of(level)));
            } else if (!without.isEmpty()) {
                pack.fault(
                        levels,
                        "Level %s has no titles for %s. Add them, or 'any'."
                                .formatted(Spelling.of(level), Spelling.allOf(without)));
            }
        }
        for (Level level : Level.values()) {
            boolean hasTitles = Arrays.stream(Sector.values())
                    .anyMatch(s -> !levels.titles(level, s).isEmpty());
            if (hasTitles && !pack.protocol().levelsAsked().contains(level)) {
                pack.fault(levels, "Level %s has titles, but nobody is asked at it.".formatted(Spelling.of(level)));
            }
        }
    }

    private static void fitsSides(Checked pack, Stage stage) {
        boolean outside = stage.sides() == Stage.Sides.PARTNERSHIP;
        if (stage.level().filter(level -> level.isWithinAgencies() == outside).isPresent()) {
            pack.fault(
                    stage,
                    "Stage %s has a 'level' and 'sides' that do not fit: 'sides: partnership' goes with the levels partnership and external."
                            .formatted(stage.id()));
        }
    }
}
