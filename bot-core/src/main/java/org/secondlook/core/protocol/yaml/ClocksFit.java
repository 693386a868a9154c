package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.yaml.Spelling;

/** Warns of limits that can never be used up, because the cap of the whole track comes first. Counts calendar days. */
final class ClocksFit {

    private static final Set<Anchor.Kind> FIRST_RAISED = Set.of(Anchor.Kind.RAISED, Anchor.Kind.ALERTED);

    private ClocksFit() {}

    static void check(Checked pack) {
        for (Track track : pack.protocol().tracks().values()) {
            track.whole().map(pack.protocol()::clock).ifPresent(whole -> fit(pack, track, whole));
        }
    }

    private static void fit(Checked pack, Track track, ClockRule whole) {
        int together = 0;
        for (Stage stage : track.stages()) {
            Optional<ClockRule> limit = stage.limit().map(pack.protocol()::clock);
            if (limit.isPresent() && stage.sides() != Stage.Sides.RAISING) {
                int days = leastDays(limit.get());
                boolean fromTheStart =
                        FIRST_RAISED.contains(limit.get().anchor().kind());
                together = fromTheStart ? Math.max(together, days) : together + days;
                if (days > mostDays(whole)) {
                    pack.findings()
                            .warn(
                                    pack.lines().of(stage),
                                    "Stage %s may take %s, but 'whole' ends after %s: that is the binding limit."
                                            .formatted(stage.id(), length(limit.get()), length(whole)));
                }
            }
        }
        if (together > mostDays(whole)) {
            pack.findings()
                    .warn(
                            pack.lines().of(whole),
                            "The limits of track %s add up to %d days or more, but 'whole' ends after %s: that is the binding limit."
                                    .formatted(track.id(), together, length(whole)));
        }
    }

    private static int leastDays(ClockRule clock) {
        int n = clock.quantity();
        return switch (clock.unit()) {
            case HOUR -> n / 24;
            case WORKING_DAY -> n + 2 * (n / 5);
            case WORKING_WEEK -> 7 * n;
            case CALENDAR_MONTH -> 28 * n;
            case MINUTE, WORKING_HOUR, SAME_WORKING_DAY, AT_ONCE, WORKING_MORNING, WORKING_MIDDAY -> 0;
        };
    }

    /** With a weekend at each end and as many holidays as Christmas or Easter can bring. */
    private static int mostDays(ClockRule clock) {
        int n = clock.quantity();
        return switch (clock.unit()) {
            case HOUR -> n / 24 + 1;
            case WORKING_DAY -> n + 2 * (n / 5 + 1) + 4;
            case WORKING_WEEK -> 7 * n + 4;
            case CALENDAR_MONTH -> 31 * n;
            case MINUTE, WORKING_HOUR, SAME_WORKING_DAY, AT_ONCE, WORKING_MORNING, WORKING_MIDDAY -> 1;
        };
    }

    private static String length(ClockRule clock) {
        String unit = Spelling.of(clock.unit()).replace('-', ' ');
        return clock.quantity() == 0
                ? unit
                : "%d %s%s".formatted(clock.quantity(), unit, clock.quantity() == 1 ? "" : "s");
    }
}
