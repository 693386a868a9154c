package org.secondlook.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.Erasure;

/** {@code erase-case}. */
final class EraseCommand {

    private static final int ATTEMPTS = 8;

    private final Desk desk;

    EraseCommand(Desk desk) {
        this.desk = desk;
    }

    /** @param openToo though somebody may still wait for an answer */
    Commands.Said run(boolean openToo) {
        List<String> operands = desk.operands();
        if (operands.size() != 2) {
            return desk.refused("command.erase.usage");
        }
        PartnershipId partnership = new PartnershipId(operands.get(0));
        String reference = operands.get(1);
        if (!desk.partnerships().contains(partnership)) {
            return desk.refused("command.erase.no-partnership", "partnership", partnership.value());
        }
        Optional<History> found = find(partnership, reference);
        if (found.isEmpty()) {
            return desk.refused("command.erase.none", "reference", reference);
        }
        History history = found.get();
        Case.Status status = history.replay().status();
        if (status != Case.Status.CLOSED && status != Case.Status.NOT_SENT && !openToo) {
            return desk.refused("command.erase.open", "reference", reference);
        }
        if (desk.properties().witnessFile() == null) {
            return desk.refused("command.erase.no-witness");
        }
        Erasure erasure = desk.store().erasure(partnership, desk.keys());
        Instant now = desk.clock().instant();
        // Told first: whatever happens then, no restored backup brings the case back for good.
        desk.witness().tellErased(partnership, history.id(), now);
        if (!erased(erasure, history.id(), partnership, now)) {
            return desk.refused("command.erase.busy", "reference", reference);
        }
        return desk.done(
                erasure.rewriteFile() ? "command.erase.done" : "command.erase.not-rewritten", "reference", reference);
    }

    private boolean erased(Erasure erasure, CaseId theCase, PartnershipId partnership, Instant now) {
        CaseStore store = desk.store().cases(desk.keys());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (erasure.erase(theCase, store.history(partnership, theCase).version(), now)) {
                return true;
            }
        }
        return false;
    }

    private Optional<History> find(PartnershipId partnership, String reference) {
        CaseStore store = desk.store().cases(desk.keys());
        return desk.store().indexes(partnership).cases().stream()
                .map(theCase -> store.history(partnership, theCase))
                .filter(history -> history.latest(CaseEvent.CaseRaised.class)
                        .filter(raised -> raised.reference().value().equals(reference))
                        .isPresent())
                .findFirst();
    }
}
