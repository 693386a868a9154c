package org.secondlook.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.store.Erasure;
import org.secondlook.store.Histories;

/** Erases again what was erased after the copy was made that stands in Redis now. */
final class EraseAgain {

    private final Desk desk;

    EraseAgain(Desk desk) {
        this.desk = desk;
    }

    /** Says how many cases there were. */
    int run(PartnershipId partnership) {
        Erasure erasure = desk.store().erasure(partnership, desk.keys());
        Histories histories = desk.store().histories(desk.keys());
        CaseStore cases = desk.store().cases(desk.keys());
        Set<CaseId> erased = new LinkedHashSet<>(erasure.erased());
        erased.addAll(desk.witness().erased(partnership));
        List<CaseId> back = new ArrayList<>(erased);
        back.removeIf(theCase -> !histories.isThere(partnership, theCase));
        for (CaseId theCase : back) {
            int version = cases.history(partnership, theCase).version();
            if (!erasure.erase(theCase, version, desk.clock().instant())) {
                throw new IllegalStateException("Expected nothing to happen in case %s in hold".formatted(theCase));
            }
        }
        if (!back.isEmpty()) {
            erasure.rewriteFile();
        }
        return back.size();
    }
}
