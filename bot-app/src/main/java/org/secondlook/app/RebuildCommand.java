package org.secondlook.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.message.Texts;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Rebuilding;
import org.secondlook.core.turn.Scenes;
import org.secondlook.store.Indexes;

/** {@code rebuild}. */
final class RebuildCommand {

    private static final int ATTEMPTS = 8;

    private final Desk desk;

    RebuildCommand(Desk desk) {
        this.desk = desk;
    }

    /** Builds on nothing that is not as it was stored. */
    Commands.Said run() {
        Commands.Said verified = new VerifyCommand(desk).run();
        if (!verified.done()) {
            return verified;
        }
        PartnershipFiles partnerships = new PartnershipFiles(desk.properties(), desk.clock());
        HolidaysFile holidays = new HolidaysFile(desk.properties().holidaysFile(), desk.clock());
        Scenes scenes =
                new Scenes(partnerships, holidays, Texts.shipped(), desk.keys().buttons());
        Rebuilding rebuilding = new Rebuilding(scenes, desk.clock());
        int cases = 0;
        for (Partnership partnership : partnerships.all()) {
            cases += rebuild(partnership, rebuilding);
        }
        return desk.done("command.rebuild.done", "n", cases);
    }

    private int rebuild(Partnership partnership, Rebuilding rebuilding) {
        CaseStore store = desk.store().cases(desk.keys());
        Indexes indexes = desk.store().indexes(partnership.id());
        Map<Integer, Long> numbers = new LinkedHashMap<>();
        int cases = 0;
        for (CaseId theCase : indexes.cases()) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                History history = store.history(partnership.id(), theCase);
                if (history.version() == 0) {
                    break;
                }
                history.latest(CaseEvent.CaseRaised.class)
                        .ifPresent(raised -> count(numbers, raised.reference().value()));
                if (indexes.put(rebuilding.of(partnership, history))) {
                    cases++;
                    break;
                }
            }
        }
        indexes.removeStrays();
        numbers.forEach(indexes::numberAtLeast);
        return cases;
    }

    /** Of a reference such as NS-2026-0143, the last two parts. */
    private static void count(Map<Integer, Long> numbers, String reference) {
        String[] parts = reference.split("-", -1);
        numbers.merge(Integer.valueOf(parts[parts.length - 2]), Long.valueOf(parts[parts.length - 1]), Math::max);
    }
}
