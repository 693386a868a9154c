package org.secondlook.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.message.Texts;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Commit.CaseWrite;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Rebuilding;
import org.secondlook.core.turn.Scenes;
import org.secondlook.store.Indexes;

/** {@code rebuild}. */
final class RebuildCommand {

    private static final int ATTEMPTS = 8;

    private final Desk desk;
    private final CaseStore store;

    RebuildCommand(Desk desk) {
        this.desk = desk;
        this.store = desk.store().cases(desk.keys());
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
        List<String> left = new ArrayList<>();
        for (Partnership partnership : partnerships.all()) {
            cases += rebuild(partnership, rebuilding, left);
        }
        List<String> lines = new ArrayList<>(left);
        lines.add(desk.say("command.rebuild.done", "n", cases));
        return new Commands.Said(lines, left.isEmpty());
    }

    private int rebuild(Partnership partnership, Rebuilding rebuilding, List<String> left) {
        Indexes indexes = desk.store().indexes(partnership.id());
        Map<Integer, Long> numbers = new LinkedHashMap<>();
        List<CaseId> cases = indexes.cases();
        int before = left.size();
        for (CaseId theCase : cases) {
            if (!rebuild(partnership, theCase, rebuilding, indexes, numbers)) {
                left.add(desk.say(
                        "command.rebuild.left", "partnership", partnership.id().value(), "case", theCase.value()));
            }
        }
        indexes.removeStrays();
        numbers.forEach(indexes::numberAtLeast);
        return cases.size() - (left.size() - before);
    }

    private boolean rebuild(
            Partnership partnership,
            CaseId theCase,
            Rebuilding rebuilding,
            Indexes indexes,
            Map<Integer, Long> numbers) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            History history = store.history(partnership.id(), theCase);
            history.latest(CaseEvent.CaseRaised.class)
                    .ifPresent(raised -> count(numbers, raised.reference().value()));
            Optional<CaseWrite> its = rebuilding.of(partnership, history);
            // One that was erased meanwhile needs nothing.
            if (history.version() == 0 || its.filter(indexes::put).isPresent()) {
                return true;
            }
            if (its.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** Of a reference such as NS-2026-0143, the last two parts. */
    private static void count(Map<Integer, Long> numbers, String reference) {
        String[] parts = reference.split("-", -1);
        numbers.merge(Integer.valueOf(parts[parts.length - 2]), Long.valueOf(parts[parts.length - 1]), Math::max);
    }
}
