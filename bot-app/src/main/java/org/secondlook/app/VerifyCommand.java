package org.secondlook.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.Histories;
import org.secondlook.store.LogFault;
import org.secondlook.store.Root;

/** {@code verify-history}. */
final class VerifyCommand {

    private final Desk desk;
    private final Histories histories;
    private final Witness witness;

    VerifyCommand(Desk desk) {
        this.desk = desk;
        this.histories = desk.store().histories(desk.keys());
        this.witness = desk.witness();
    }

    Commands.Said run() {
        List<String> faults = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (PartnershipId partnership : desk.partnerships()) {
            int before = faults.size();
            addFaults(faults, partnership);
            if (faults.size() == before) {
                String root =
                        histories.lastRoot(partnership).map(Root::toString).orElse("-");
                lines.add(desk.say("command.verify.good", "partnership", partnership.value(), "root", root));
            }
        }
        lines.addAll(faults);
        return new Commands.Said(lines, faults.isEmpty());
    }

    private void addFaults(List<String> faults, PartnershipId partnership) {
        for (LogFault fault : histories.faults(partnership)) {
            faults.add(desk.say(
                    "command.verify.fault." + fault.kind().name().toLowerCase(Locale.ROOT),
                    "partnership",
                    partnership.value(),
                    "case",
                    fault.theCase().value(),
                    "event",
                    String.valueOf(fault.event())));
        }
        if (!histories.lastRootHolds(partnership)) {
            faults.add(desk.say("command.verify.root", "partnership", partnership.value()));
        }
        addWhatTheWitnessKnows(faults, partnership);
    }

    private void addWhatTheWitnessKnows(List<String> faults, PartnershipId partnership) {
        List<String> stored =
                histories.roots(partnership).stream().map(Root::toString).toList();
        List<String> told = witness.roots(partnership);
        Set<String> lost = witness.lostRoots(partnership);
        told.stream()
                .filter(root -> !stored.contains(root) && !lost.contains(root))
                .forEach(root ->
                        faults.add(desk.say("command.verify.told", "partnership", partnership.value(), "root", root)));
        if (!told.isEmpty() && !stored.isEmpty() && !told.contains(stored.get(stored.size() - 1))) {
            faults.add(desk.say(
                    "command.verify.untold",
                    "partnership",
                    partnership.value(),
                    "root",
                    stored.get(stored.size() - 1)));
        }
        for (CaseId theCase : witness.erased(partnership)) {
            if (histories.isThere(partnership, theCase)) {
                faults.add(desk.say(
                        "command.verify.fault.returned",
                        "partnership",
                        partnership.value(),
                        "case",
                        theCase.value(),
                        "event",
                        "0"));
            }
        }
    }
}
