package org.secondlook.core.story;

import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** Somebody who cannot or would rather not use dialogs types instead. */
class TypedStoryTest {

    @Test
    void aDifferenceIsRaisedByTypingAlone() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor leila = story.person("leila-haddad");

        leila.types("I am worried about a decision the council made")
                .types("perhaps")
                .types("no")
                .types("help")
                .types("outcome of an assessment")
                .types("2")
                .presses("Skip")
                .types("1")
                .types("chris")
                .types("yesterday")
                .types("tried")
                .types("30 November")
                .presses("By phone")
                .types("back")
                .types("1")
                .types("28/11")
                .presses("Skip")
                .types("1")
                .types("Mary Smith")
                .types("OD-118")
                .types("open door")
                .types("Nothing yet.")
                .types("1")
                .types("The assessment was closed on 25 November.")
                .types("I don't know")
                .types("The home is not safe to sleep in.")
                .types("1, 5")
                .presses("Skip")
                .types("Level 3 of the continuum.")
                .types("The children sleep in one room without heating.")
                .presses("Skip")
                .types("A visit to the home this week.")
                .types("3")
                .presses("Skip")
                .presses("Skip")
                .presses("Skip")
                .presses("Bradford Continuum")
                .types("Nobody else sees the children at home.")
                .presses("Skip")
                .types("cases")
                .types("resume")
                .presses("Send to Chris Doyle");

        Approvals.verify(story.transcript());
    }
}
