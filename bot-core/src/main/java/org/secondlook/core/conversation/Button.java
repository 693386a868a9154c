package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;

/**
 * What pressing a button means (design.md decision 15). It is authorised anew when it is pressed.
 *
 * @param person for whom it was drawn; nobody for a button that a whole channel sees
 * @param argument what the verb needs to know
 * @param version the version of what was on the screen
 */
public record Button(
        PartnershipId partnership,
        Verb verb,
        Optional<PersonId> person,
        Optional<CaseId> theCase,
        Optional<ConversationId> conversation,
        String argument,
        int version,
        Instant expires) {

    /** What a button does. */
    public enum Verb {
        RAISE,
        CASES,
        URGENT,
        ASK_TO_RING,
        TELL_LEAD,
        HOW_IT_WORKS,
        RESUME,
        RESTART,
        CONTINUE,
        BACK,
        SAVE,
        HELP,
        WHO_SEES,
        RETURN,
        CHANGE,
        PICK,
        STOP,
        ADD_ROUND,
        SEND,
        ASK_DELETE,
        DELETE,
        READ,
        READ_ON,
        SHOW_CASE,
        SEEN,
        REMIND_LATER,
        SNOOZE,
        NO_CONFLICT,
        CONFLICT,
        SAY_RISK,
        BEGIN,
        AGREE_DATE,
        KEEP_DATE,
        CONFIRM,
        YES,
        NO,
        DONE,
        PASS_QUESTION_ON,
        ASK_LEAD,
        MEET,
        OFFER_COVER,
        GIVE_COVER,
        DECLINE_COVER,
        LEAVE,
        WILL_COVER,
        CANNOT_COVER,
        UNDO,
        SPOKEN,
        RINGING,
        CANNOT_RING
    }

    private static final String SEPARATOR = "\u001f";

    /** Writes it in one line of text. */
    String encode() {
        return String.join(
                SEPARATOR,
                partnership.value(),
                verb.name(),
                person.map(PersonId::value).orElse(""),
                theCase.map(CaseId::value).orElse(""),
                conversation.map(ConversationId::value).orElse(""),
                argument,
                String.valueOf(version),
                String.valueOf(expires.getEpochSecond()));
    }

    /** Reads what {@link #encode} wrote. */
    public static Button decode(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        return new Button(
                new PartnershipId(parts.get(0)),
                Verb.valueOf(parts.get(1)),
                given(parts.get(2)).map(PersonId::new),
                given(parts.get(3)).map(CaseId::new),
                given(parts.get(4)).map(ConversationId::new),
                parts.get(5),
                Integer.parseInt(parts.get(6)),
                Instant.ofEpochSecond(Long.parseLong(parts.get(7))));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
