package org.secondlook.core.casework;

import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.protocol.DutyId;

/** The duties that the bot makes in every protocol, beside those of the pack. Their clocks are its own. */
final class EngineDuties {

    /** The raiser's own manager reviews the concern and takes it across (N28, B11). */
    static final DutyId OWN_REVIEW = new DutyId("review");

    /** Both sides settle by when the answer is due (N22, K8). */
    static final DutyId DATE = new DutyId("date");

    /** A side confirms the words of a proposal (N35, B48). */
    static final DutyId CONFIRM = new DutyId("confirm");

    /** Each person says, alone, whether the child is still at risk (B14, B32). */
    static final DutyId CLOSING = new DutyId("closing");

    /** A lead records that the child is safe, or moves the case up (dialogue-additions, ruling 12). */
    static final DutyId CHILD_SAFE = new DutyId("child-safe");

    /** Somebody decides how it goes on after a limit that no clock may carry over (ruling 10). */
    static final DutyId GO_ON = new DutyId("go-on");

    /** A lead says whether the agency is still not satisfied, before the highest rungs (B26, K18). */
    static final DutyId STILL_UNSATISFIED = new DutyId("still-unsatisfied");

    /** Somebody says whether a talk that another recorded took place (S26, dialogue-additions, ruling 21). */
    static final DutyId TOOK_PLACE = new DutyId("took-place");

    /** A side says whether it takes part in a meeting that another asked for (P10). */
    static final DutyId TAKE_PART = new DutyId("take-part");

    /** Somebody answers a question that another put. */
    static final DutyId QUESTION = new DutyId("question");

    /** The raiser says how it goes on when their manager did not take it forward (M-3; dialogue-additions, ruling 4). */
    static final DutyId GO_FURTHER = new DutyId("go-further");

    static final ClockRule ONE_WORKING_DAY = clock(1, Unit.WORKING_DAY, Anchor.Kind.TOLD);
    static final ClockRule TWO_WORKING_DAYS = clock(2, Unit.WORKING_DAY, Anchor.Kind.ASKED);
    static final ClockRule AT_ONCE = clock(0, Unit.AT_ONCE, Anchor.Kind.ASKED);
    static final ClockRule NEXT_MORNING = clock(1, Unit.WORKING_MORNING, Anchor.Kind.ASKED);
    static final ClockRule NEXT_MIDDAY = clock(1, Unit.WORKING_MIDDAY, Anchor.Kind.ASKED);

    private EngineDuties() {}

    private static ClockRule clock(int quantity, Unit unit, Anchor.Kind anchor) {
        return new ClockRule("bot", Agreement.NONE, quantity, unit, Anchor.of(anchor), false, true);
    }
}
