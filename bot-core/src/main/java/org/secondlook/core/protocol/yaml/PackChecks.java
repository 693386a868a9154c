package org.secondlook.core.protocol.yaml;

import java.util.List;
import java.util.function.Consumer;

/** What a procedure must have so that no case can be stuck, lost or left to nobody. */
final class PackChecks {

    private static final List<Consumer<Checked>> ALL = List.of(
            StagesCanBeReachedAndLeft::check,
            OnlyPersonsGoToThePartnership::check,
            LevelsCanBeFilled::check,
            RolesCanBeReached::check,
            PeopleFitTheirPlace::check,
            DutiesSayWhatTheirActNeeds::check,
            GatesCanOpen::check,
            MomentsHappen::check,
            ClocksFit::check,
            EverythingIsUsed::check);

    private PackChecks() {}

    static void run(Checked pack) {
        ALL.forEach(check -> check.accept(pack));
    }
}
