package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Track;

/** No clock takes a case out of the agencies: a stage of the partnership is entered by hand (ruling 10). */
final class OnlyPersonsGoToThePartnership {

    private OnlyPersonsGoToThePartnership() {}

    static void check(Checked pack) {
        for (Track track : pack.protocol().tracks().values()) {
            for (Stage stage : track.stages()) {
                checkLevel(pack, stage);
                Optional<Stage> next = track.after(stage.id());
                if (next.filter(OnlyPersonsGoToThePartnership::isOutsideAgencies)
                                .isPresent()
                        && !next.get().byHand()
                        && Ways.timeLeadsOn(stage)) {
                    pack.fault(
                            next.get(),
                            "Stage %s belongs to the partnership, so no missed date may begin it. Add 'enter: by hand'."
                                    .formatted(next.get().id()));
                }
            }
        }
    }

    private static void checkLevel(Checked pack, Stage stage) {
        Optional<Boolean> within = stage.level().map(Level::isWithinAgencies);
        if (within.filter(w -> w == isOutsideAgencies(stage)).isPresent()) {
            pack.fault(
                    stage,
                    "Stage %s has a 'level' and 'sides' that do not fit: 'sides: partnership' goes with the levels partnership and external."
                            .formatted(stage.id()));
        }
    }

    private static boolean isOutsideAgencies(Stage stage) {
        return stage.sides() == Stage.Sides.PARTNERSHIP;
    }
}
