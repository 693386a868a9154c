package org.secondlook.core.outline;

import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.yaml.Spelling;

/** A clock in words: "5 working days after the step is reached, or the child's date if that is sooner". */
public final class ClockWords {

    private final Wording wording;

    public ClockWords(Wording wording) {
        this.wording = wording;
    }

    /** What a clock allows, from when. */
    public String say(ClockRule clock) {
        String rule = wording.say(
                "outline.clock." + Spelling.of(clock.unit()), "n", clock.quantity(), "from", from(clock.anchor()));
        String agreed = wording.say("outline.agreement." + Spelling.of(clock.agreement()), "clock", rule);
        String sooner = clock.orChildsDate() ? wording.say("outline.clock-child", "clock", agreed) : agreed;
        return clock.local() ? wording.say("outline.clock-local", "clock", sooner) : sooner;
    }

    private String from(Anchor anchor) {
        return wording.say(
                "outline.from." + Spelling.of(anchor.kind()),
                "duty",
                anchor.duty().map(DutyId::toString).orElse(""));
    }
}
