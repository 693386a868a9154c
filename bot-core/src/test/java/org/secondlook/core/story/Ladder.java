package org.secondlook.core.story;

import java.time.Duration;
import java.util.List;
import org.secondlook.core.message.View;

/** What people do on a ladder, in as few words as a story needs. */
public final class Ladder {

    private Ladder() {}

    /** Raises a difference of view with an agency, about what one of its posts decided. */
    static void raises(Story.Actor raiser, String agency, String decided, String send) {
        raiser.begins("");
        concern(agency, decided).until(raiser, send);
    }

    /** What a raiser answers who has tried to talk to whoever decided. */
    static Filling concern(String agency, String decided) {
        return new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-2", agency)
                .with("P-3", "not-yet")
                .with("P-4", "tried")
                .with("P-4.on", "2026-11-30")
                .with("P-5", "none")
                .with("P-6.whose", decided)
                .with("P-11", "2026-12-04");
    }

    /** The list of a morning on which somebody owes more than it shows. */
    public static View longList() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        for (int i = 0; i < 11; i++) {
            raises(story.person("asha-patel"), "council", "post:social-worker", "Send to Tom Reed");
        }
        story.until("2026-12-02T09:45");
        List<View> messages = story.person("tom-reed").messages();
        return messages.get(messages.size() - 1);
    }

    static void takesForward(Story.Actor manager, String counterpart) {
        manager.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to " + counterpart);
        new Filling("2026-12-01").until(manager, "Send to " + counterpart);
    }

    static void opens(Story story, String person, String button) {
        Story.Actor actor = story.person(person);
        actor.begins("cases").presses("Open ");
        actor.passesFirstQuestions();
        if (actor.screen().id().equals("H-1")) {
            actor.presses("Read it");
        }
        actor.presses(button);
    }

    static void decisionStands(Story story, String person, String to) {
        opens(story, person, "Explain why the decision stands");
        new Filling("2026-12-02").until(story.person(person), "Send to " + to);
        story.wait(Duration.ofMinutes(2));
    }

    static void movesUp(Story story, String person, String to) {
        opens(story, person, "Move it up now");
        new Filling("2026-12-02")
                .with("E-1m.without", "There was no time for it.")
                .with("E-1m.not-accepted", "The worry is not answered.")
                .until(story.person(person), "Move it to: " + to);
        story.wait(Duration.ofMinutes(2));
    }

    static void talks(Story story, String person) {
        records(story, person, "Record a talk", "Approve this record");
        story.wait(Duration.ofMinutes(2));
    }

    static void records(Story story, String person, String button, String send) {
        opens(story, person, button);
        new Filling("2026-12-01").until(story.person(person), send);
    }

    static void approves(Story story, String person) {
        opens(story, person, "I approve this record");
    }

    static void asks(Story story, String person, String meeting) {
        opens(story, person, "Ask for: " + meeting);
        new Filling("2026-12-02").until(story.person(person), "Ask both agencies");
    }

    static void decides(Story story, String person, String outcome, String partner) {
        opens(story, person, "Record what will be done");
        Filling filling = new Filling("2027-01-08").with("J-5.outcome", outcome);
        if (!partner.isEmpty()) {
            filling.with("J-4.partner", partner);
        }
        filling.until(story.person(person), "Record and tell both agencies");
        story.wait(Duration.ofMinutes(2));
    }

    static void agrees(Story story, String person, String other) {
        opens(story, person, "We've agreed");
        new Filling("2027-01-08").with("Z-1.outcome", "changed").until(story.person(person), "Send to " + other);
        story.wait(Duration.ofMinutes(2));
    }
}
