package org.secondlook.faults;

import java.util.HashSet;
import java.util.Set;

/**
 * Who plays in a story, as the scenario has it: written down here and worked out by no code of the product.
 *
 * @param otherAgency as the raiser chooses it
 * @param decider whose decision it is, as the raiser chooses them
 * @param otherChannel the conversation where the other manager is asked
 * @param above who is asked when nobody has answered
 */
record Cast(
        String raiser,
        String manager,
        String ownLead,
        String otherAgency,
        String deciderName,
        String decider,
        String otherManager,
        String otherLead,
        String otherChannel,
        Set<String> above) {

    static final Cast FROM_SLACK = new Cast(
            "asha-patel",
            "tom-reed",
            "helen-ward",
            "Northshire Council",
            "Dan Moore",
            "dan-moore",
            "priya-shah",
            "joan-price",
            "19:playground-assessment-team@thread.tacv2",
            Set.of("olu-adeyemi", "marcus-lee"));

    static final Cast FROM_TEAMS = new Cast(
            "dan-moore",
            "priya-shah",
            "joan-price",
            "Northshire Community NHS Trust",
            "Asha Patel",
            "asha-patel",
            "tom-reed",
            "helen-ward",
            "C0HEALTHVIS",
            Set.of("marcus-lee", "olu-adeyemi"));

    /** Whether a message about the case may stand where it stands. */
    boolean mayReceive(Mail.Message message) {
        if (message.readers().size() > 1) {
            return message.conversation().equals(otherChannel)
                    && message.words().contains("would like to resolve");
        }
        return entitled(message.words()).containsAll(message.readers());
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
        if (words.contains("words to confirm")) {
            return Set.of(otherManager);
        }
        Set<String> all = new HashSet<>(above);
        all.addAll(Set.of(raiser, manager, ownLead, decider, otherManager, otherLead));
        return all;
    }
}
