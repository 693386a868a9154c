package org.secondlook.app;

import java.time.Instant;
import java.util.Optional;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Gaps;
import org.secondlook.core.turn.Partnership;

/** {@code hold} and {@code release-hold}. */
final class HoldCommands {

    private final Desk desk;
    private final Hold hold;

    HoldCommands(Desk desk) {
        this.desk = desk;
        this.hold = new Hold(desk.store().records());
    }

    /** Whether there is a hold, and why. */
    Commands.Said status() {
        return hold.state()
                .map(state -> desk.done(
                        "command.hold." + state.reason().word(),
                        "since",
                        state.since().toString()))
                .orElseGet(() -> desk.done("command.hold.none"));
    }

    /**
     * Lets everything go on. What waits to be sent is from before the hold and is not sent; people are told what may be missing.
     * Broken off, it can be run again.
     */
    Commands.Said release() {
        Optional<Hold.State> stands = hold.state();
        if (stands.isEmpty()) {
            return desk.refused("command.hold.none");
        }
        Hold.State state = stands.get();
        if (state.reason() == Hold.Reason.RESTORING) {
            return desk.refused("command.hold.restoring", "since", state.since().toString());
        }
        CaseStore cases = desk.store().cases(desk.keys());
        Gaps gaps = new Gaps(cases, desk.clock());
        Instant now = desk.clock().instant();
        Gap gap = new Gap(state.since().isBefore(now) ? state.since() : now, now);
        for (Partnership partnership : new PartnershipFiles(desk.properties(), desk.clock()).all()) {
            if (state.reason() == Hold.Reason.BEHIND && desk.witness().isThere()) {
                new EraseAgain(desk).run(partnership.id());
                desk.witness().tellRestored(partnership.id(), state.since());
            }
            gaps.tellInsteadOfWhatWaits(partnership, new TurnId("gap.hold." + state.since()), gap);
            cases.alive(partnership.id(), desk.wire().instant());
        }
        hold.release();
        return desk.done("command.hold.released");
    }
}
