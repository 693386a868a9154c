package org.secondlook.core.story;

import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** Whoever types instead of using dialogs can dissent from what a conference decided too. */
class TypedDissentTest {

    @Test
    void aDissentIsRecordedByTypingAlone() {
        Story story = new Story("pan-sussex", "2026-12-03T16:40");
        Story.Actor rowan = story.person("rowan-gale");

        rowan.types("I cannot stand behind what the conference decided")
                .types("no")
                .types("what a child protection conference decided")
                .types("1")
                .types("present")
                .types("city")
                .types("yesterday")
                .types("10am")
                .types("12:30pm")
                .types("2")
                .types("2")
                .types("HV-2207")
                .types("trust")
                .types("1")
                .types("The baby has lost weight for six weeks.")
                .types("The growth record, page 2.")
                .types("A child protection plan.")
                .types("no")
                .types("not yet")
                .presses("Record my dissent");

        Approvals.verify(story.transcript());
    }
}
