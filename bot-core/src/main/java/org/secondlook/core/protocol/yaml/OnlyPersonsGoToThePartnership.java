package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Track;

/** No clock takes a case out of the agencies: a stage of the partnership is entered by hand (ruling 10). */
final class OnlyPersonsGoToThePartnership {

    private OnlyPersonsGoToThePartnership() {}

    static void check(Checked pack) {
        for (Track track : pack.protocol().tracks().values()) {
            for (Stage stage : track.stages()) {
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

    private static boolean isOutsideAgencies(Stage stage) {
        return stage.sides() == Stage.Sides.PARTNERSHIP;
    }
}
