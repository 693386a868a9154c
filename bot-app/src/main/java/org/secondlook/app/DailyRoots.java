package org.secondlook.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.store.Histories;
import org.secondlook.store.Root;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day looks through the histories of each partnership and stores and tells their root. Of several instances one
 * stores it.
 */
final class DailyRoots {

    private static final Logger log = LoggerFactory.getLogger(DailyRoots.class);

    private final Partnerships partnerships;
    private final Histories histories;
    private final Witness witness;
    private final Clock clock;
    private final Map<PartnershipId, LocalDate> seen = new HashMap<>();

    DailyRoots(Partnerships partnerships, Histories histories, Witness witness, Clock clock) {
        this.partnerships = partnerships;
        this.histories = histories;
        this.witness = witness;
        this.clock = clock;
    }

    /** Does what is to be done today, if it was not. */
    void run() {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        partnerships.all().forEach(partnership -> run(partnership.id(), today));
    }

    private void run(PartnershipId partnership, LocalDate today) {
        if (today.equals(seen.get(partnership))) {
            return;
        }
        if (histories
                .lastRoot(partnership)
                .filter(root -> !root.day().isBefore(today))
                .isEmpty()) {
            histories
                    .faults(partnership)
                    .forEach(fault -> log.error(
                            "History not as it was stored partnership={} caseId={} event={} kind={}",
                            partnership,
                            fault.theCase(),
                            fault.event(),
                            fault.kind()));
            Optional<Root> root = histories.store(partnership, today);
            root.ifPresent(stored -> witness.tell(partnership, stored));
            if (root.isEmpty() && !histories.lastRootHolds(partnership)) {
                log.error(
                        "Daily root not as it was stored, none is added; run verify-history partnership={}",
                        partnership);
            }
        }
        seen.put(partnership, today);
    }
}
