package org.secondlook.faults;

import java.time.Instant;

/** A message that must come at a time, and not before: worked out from the date that people were shown. */
record Expected(Story story, String reader, String text, Instant due) {

    boolean isMetBy(Mail.Message message) {
        return message.readers().contains(reader)
                && message.isAbout(story.ledger().reference(), text);
    }

    /** Whether it stands in the list of the morning where there are several. */
    boolean isNudge() {
        return text.equals(Story.NUDGE);
    }

    @Override
    public String toString() {
        return "'%s' to %s about %s, due %s"
                .formatted(text, reader, story.ledger().reference(), due);
    }
}
