package org.secondlook.core.outline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.message.Moments;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.yaml.Spelling;

/**
 * An example of the ladder in time: every stage is entered when the one before it runs out, as far as it goes without a
 * person. All clocks of a stage count from the moment it is reached.
 */
public final class WorkedExample {

    private final Wording wording;
    private final Protocol protocol;
    private final Deadlines deadlines;

    public WorkedExample(Wording wording, Protocol protocol, Deadlines deadlines) {
        this.wording = wording;
        this.protocol = protocol;
        this.deadlines = deadlines;
    }

    /** What would happen, in order, if it were raised at that moment and nobody did anything. */
    public List<String> from(Instant raised) {
        Moments moments = new Moments(wording, deadlines.calendar(), raised);
        List<String> lines = new ArrayList<>();
        lines.add(wording.say("outline.example", "at", moments.at(raised)));
        Instant at = raised;
        for (Stage stage : protocol.ladder().stages()) {
            if (stage.byHand()) {
                lines.add("  " + wording.say("outline.example.by-hand", "stage", stage.title()));
                return lines;
            }
            Optional<Instant> ends = ends(stage, at, raised);
            lines.add("  " + said(stage, at, ends, moments));
            if (ends.isEmpty() || stage.whenLate() == WhenLate.STAY) {
                return lines;
            }
            at = ends.get();
        }
        return lines;
    }

    private String said(Stage stage, Instant at, Optional<Instant> ends, Moments moments) {
        return ends.map(end -> wording.say(
                        "outline.example.stage",
                        "at",
                        moments.at(at),
                        "stage",
                        stage.title(),
                        "end",
                        moments.absolute(end),
                        "late",
                        wording.say("outline.late." + Spelling.of(stage.whenLate()))))
                .orElseGet(() -> wording.say("outline.example.open", "at", moments.at(at), "stage", stage.title()));
    }

    /** Clocks of the whole case count from its beginning, those of a stage from when it is reached. */
    private Optional<Instant> ends(Stage stage, Instant reached, Instant raised) {
        Optional<Instant> own = stage.limit()
                .map(protocol::clock)
                .flatMap(clock -> deadlines
                        .count(
                                clock,
                                switch (clock.anchor().kind()) {
                                    case RAISED, ALERTED -> raised;
                                    default -> reached;
                                })
                        .acceptUntil());
        Optional<Instant> whole = protocol.whole()
                .map(protocol::clock)
                .flatMap(clock -> deadlines.count(clock, raised).acceptUntil());
        return own.map(end -> whole.filter(end::isAfter).orElse(end)).or(() -> whole);
    }
}
