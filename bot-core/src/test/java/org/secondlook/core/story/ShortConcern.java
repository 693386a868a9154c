package org.secondlook.core.story;

import java.util.List;
import java.util.Map;

/** A difference of view in as few answers as there can be. */
final class ShortConcern {

    private ShortConcern() {}

    /** Which child it is, what keeps it safe meanwhile, and that the raising agency goes on supporting it. */
    static Map<String, List<String>> child(String reference) {
        return Map.of(
                "P-5", List.of(reference),
                "G-3", List.of("The health visitor calls each week."),
                "G-3.working", List.of("yes"));
    }

    /** Begins one, and answers up to the moment to think before sending. */
    static Story.Actor begunBy(Story.Actor raiser) {
        return begunBy(raiser, "2026-12-04");
    }

    /** The same with the day by which an answer is needed. */
    static Story.Actor begunBy(Story.Actor raiser, String neededBy) {
        return raiser.begins("")
                .answers("P-0", "none")
                .answers("P-1", "service")
                .answers("P-2", "council")
                .answers("P-3", "not-yet")
                .presses("Carry on")
                .answers("P-4", "not-yet")
                .presses("Carry on")
                .enters(child("none"), "Continue")
                .enters(Map.of("P-6", List.of("Visits stop."), "P-6.whose", List.of("unknown")), "Continue")
                .answers("P-7", "The family needs them.")
                .enters(Map.of("P-8", List.of("pattern"), "P-14", List.of("Level 3 of the continuum.")), "Continue")
                .answers("P-9", "Weight is falling.")
                .enters(Map.of("P-10", List.of("Visits go on."), "P-11", List.of(neededBy)), "Continue")
                .presses("Continue")
                .answers("Q.significant", "Nobody else sees the child each week.");
    }
}
