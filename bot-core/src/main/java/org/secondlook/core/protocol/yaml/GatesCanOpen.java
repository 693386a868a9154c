package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.yaml.Checked.Placed;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;

/** What a duty needs or expects is owed beside it, and is not waiting for that very duty. */
final class GatesCanOpen {

    private GatesCanOpen() {}

    static void check(Checked pack) {
        for (Placed placed : pack.duties()) {
            for (DutyId gate : gates(placed.duty())) {
                if (find(gate, placed.beside()).isEmpty()) {
                    pack.fault(
                            placed.duty(),
                            "%s waits for '%s', which is not owed there.%s"
                                    .formatted(
                                            Spelling.capitalised(placed.name()),
                                            gate,
                                            Nearest.hint(gate.value(), ids(placed.beside()))));
                }
            }
            if (isFirstOfACircle(placed)) {
                pack.fault(
                        placed.duty(),
                        "%s waits for itself through 'needs' and 'expects'."
                                .formatted(Spelling.capitalised(placed.name())));
            }
        }
    }

    private static boolean isFirstOfACircle(Placed placed) {
        return placed.beside().stream()
                .filter(duty -> waitsForItself(duty, placed.beside()))
                .findFirst()
                .filter(first -> first.id().equals(placed.duty().id()))
                .isPresent();
    }

    private static boolean waitsForItself(Duty duty, List<Duty> beside) {
        Set<DutyId> seen = new HashSet<>();
        List<DutyId> open = new ArrayList<>(gates(duty));
        while (!open.isEmpty()) {
            DutyId next = open.remove(0);
            if (seen.add(next)) {
                find(next, beside).ifPresent(found -> open.addAll(gates(found)));
            }
        }
        return seen.contains(duty.id());
    }

    private static List<DutyId> gates(Duty duty) {
        List<DutyId> gates = new ArrayList<>(duty.needs());
        gates.addAll(duty.expects());
        return gates;
    }

    private static Optional<Duty> find(DutyId id, List<Duty> among) {
        return among.stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    private static List<String> ids(List<Duty> duties) {
        return duties.stream().map(duty -> duty.id().value()).toList();
    }
}
