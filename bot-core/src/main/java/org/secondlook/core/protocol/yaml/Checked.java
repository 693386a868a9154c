package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Spelling;

/** A pack of which every line is understood, under examination as a whole. */
record Checked(Protocol protocol, Lines lines, Findings findings) {

    /**
     * A duty, and where it is owed: in a stage, or beside them all with a flag or at the close.
     *
     * @param beside the duties owed there with it, itself included
     */
    record Placed(Duty duty, Optional<Stage> stage, Optional<Flag> flag, List<Duty> beside) {

        boolean isAtClose() {
            return stage.isEmpty() && flag.isEmpty();
        }

        private String where() {
            return stage.map(s -> "stage " + s.id())
                    .or(() -> flag.map(f -> "flag " + Spelling.of(f)))
                    .orElse("the close");
        }

        /** How sentences call it: "duty respond of stage step-1". */
        String name() {
            return "duty %s of %s".formatted(duty.id(), where());
        }
    }

    /** Notes a fault on the line where this part of the protocol stands. */
    void fault(Object part, String sentence) {
        findings.fault(lines.of(part), sentence);
    }

    Stream<Stage> stages() {
        return protocol.tracks().values().stream().flatMap(track -> track.stages().stream());
    }

    List<Placed> duties() {
        List<Placed> placed = new ArrayList<>();
        stages().forEach(stage -> place(stage.owes(), Optional.of(stage), Optional.empty(), placed));
        protocol.flags().forEach((flag, rules) -> place(rules.owes(), Optional.empty(), Optional.of(flag), placed));
        place(protocol.closing().owes(), Optional.empty(), Optional.empty(), placed);
        return placed;
    }

    private static void place(List<Duty> duties, Optional<Stage> stage, Optional<Flag> flag, List<Placed> placed) {
        duties.forEach(duty -> placed.add(new Placed(duty, stage, flag, duties)));
    }
}
