package org.secondlook.faults;

import java.util.HashSet;
import java.util.Set;

/**
 * Who plays in a story, as the scenario has it: written down here and worked out by no code of the product.
 *
 * @param otherAgency as the raiser chooses it
 * @param decider whose decision it is, as the raiser chooses them
 * @param ownDeputy who stands in for the manager
 * @param otherDeputy who stands in for the other manager
 * @param otherChannel the conversation where the other manager is asked
 * @param toOtherChannel what stands in calls by which the bot posts there, as a regular expression
 * @param toOtherManager the same of the other manager's own chat
 * @param above who is asked when nobody has answered
 */
record Cast(
        String raiser,
        String manager,
        String ownDeputy,
        String ownLead,
        String otherAgency,
        String deciderName,
        String decider,
        String otherManager,
        String otherDeputy,
        String otherLead,
        String otherChannel,
        String toOtherChannel,
        String toOtherManager,
        Set<String> above) {

    static final Cast FROM_SLACK = new Cast(
            "asha-patel",
            "tom-reed",
            "nadia-khan",
            "helen-ward",
            "Northshire Council",
            "Dan Moore",
            "dan-moore",
            "priya-shah",
            "sam-ellis",
            "joan-price",
            "19:playground-assessment-team@thread.tacv2",
            "conversations$",
            "a(:|%3A)priya-shah",
            Set.of("olu-adeyemi", "marcus-lee"));

    static final Cast FROM_TEAMS = new Cast(
            "dan-moore",
            "priya-shah",
            "sam-ellis",
            "joan-price",
            "Northshire Community NHS Trust",
            "Asha Patel",
            "asha-patel",
            "tom-reed",
            "nadia-khan",
            "helen-ward",
            "C0HEALTHVIS",
            "channel=C0HEALTHVIS",
            "channel=U0TOMREED01",
            Set.of("marcus-lee", "olu-adeyemi"));

    /** Whether a message about the case may stand where it stands. */
    boolean mayReceive(Mail.Message message, Refused refused) {
        boolean asksTheOther = message.words().contains("would like to resolve");
        if (message.readers().size() > 1) {
            return asksTheOther
                    && refused == Refused.NOTHING
                    && message.conversation().equals(otherChannel);
        }
        return (asksTheOther ? instead(refused) : entitled(message.words())).containsAll(message.readers());
    }

    /** Who is asked in their own chat, because the channel does not take it. */
    private Set<String> instead(Refused refused) {
        return switch (refused) {
            case NOTHING -> Set.of();
            case CHANNEL -> Set.of(otherManager);
            case MANAGER -> Set.of(otherDeputy);
        };
    }

    /** Who may get a message that says this; messages not listed here go to anybody with a part in the case. */
    private Set<String> entitled(String words) {
        if (words.contains("has asked you to take a difference")) {
            return Set.of(manager);
        }
        if (words.contains("has been taken to the other agency")) {
            return Set.of(raiser);
        }
        if (words.contains("Notice: another agency uses")) {
            return Set.of(decider, otherLead);
        }
        if (words.contains("has reached you at")) {
            return above;
        }
        if (words.contains("has not opened")) {
            return Set.of(ownDeputy, ownLead, otherDeputy, otherLead);
        }
        if (words.contains("words to confirm")) {
            return Set.of(otherManager);
        }
        if (words.contains("'t reach") || words.contains("has now been delivered")) {
            return Set.of(raiser, manager, otherManager);
        }
        if (words.contains("couldn't deliver your message")) {
            return Set.of(manager);
        }
        if (words.contains("could not be delivered to")) {
            return Set.of(otherLead);
        }
        Set<String> all = new HashSet<>(above);
        all.addAll(Set.of(raiser, manager, ownLead, decider, otherManager, otherLead));
        return all;
    }
}
