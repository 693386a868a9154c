package org.secondlook.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Gaps;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;

/**
 * Keeps up when the application was last at work, in Redis and outside of it. After a pause that is longer than the platforms
 * go on delivering, people are told of the gap; where Redis tells of an earlier time than what is told outside, it is an
 * older copy, and there is a hold. Of several instances any keeps it up for all.
 */
final class Presence {

    /** For about so long Slack and Teams deliver again what nobody took. */
    private static final Duration DELIVERED_AGAIN = Duration.ofMinutes(5);

    /** Less than that, a failover may lose, and clocks may be apart. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final Partnerships partnerships;
    private final CaseStore store;
    private final Gaps gaps;
    private final Hold hold;
    private final StateFile file;
    private final Clocks clocks;
    private volatile boolean looked;

    Presence(Partnerships partnerships, CaseStore store, Gaps gaps, Hold hold, StateFile file, Clocks clocks) {
        this.partnerships = partnerships;
        this.store = store;
        this.gaps = gaps;
        this.hold = hold;
        this.file = file;
        this.clocks = clocks;
    }

    /** Looks once; in hold it leaves everything as it is. */
    void run() {
        hold.unless(this::look);
        looked = true;
    }

    /** Does the work unless there is a hold, and not before it was looked whether there is to be one. */
    void unlessInHold(Runnable work) {
        if (looked) {
            hold.unless(work);
        }
    }

    private void look() {
        Map<PartnershipId, Instant> told = file.read();
        for (Partnership partnership : partnerships.all()) {
            Optional<Instant> alive = store.alive(partnership.id());
            Optional<Instant> outside = Optional.ofNullable(told.get(partnership.id()));
            if (outside.filter(at -> alive.orElse(Instant.MIN).isBefore(at.minus(BEHIND)))
                    .isPresent()) {
                hold.begin(
                        Hold.Reason.BEHIND,
                        onTheCaseClock(alive.or(() -> outside).orElseThrow()));
                return;
            }
        }
        Map<PartnershipId, Instant> now = new LinkedHashMap<>();
        partnerships.all().forEach(partnership -> now.put(partnership.id(), keepUp(partnership)));
        file.write(now);
    }

    private Instant keepUp(Partnership partnership) {
        Instant now = clocks.wire().instant();
        store.alive(partnership.id())
                .filter(last -> last.plus(DELIVERED_AGAIN).isBefore(now))
                .ifPresent(last -> gaps.tell(
                        partnership,
                        new TurnId("gap.bot." + last.toEpochMilli()),
                        new Gap(onTheCaseClock(last), onTheCaseClock(now)),
                        person -> true));
        store.alive(partnership.id(), now);
        return now;
    }

    /** A playground's case clock is ahead of the machine's. */
    private Instant onTheCaseClock(Instant wire) {
        Clock cases = clocks.cases();
        return wire.plus(Duration.between(clocks.wire().instant(), cases.instant()));
    }
}
