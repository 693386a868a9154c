package org.secondlook.core.conversation;

import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.CaseId;

/**
 * What a person is shown after a turn, by name, so that a repeated turn can be shown the same.
 *
 * @param argument what the screen needs to know beside case and conversation
 */
public record Shown(Screen screen, String argument, Optional<CaseId> theCase, Optional<ConversationId> conversation) {

    /** The screens there are. */
    public enum Screen {
        QUESTION,
        SAVED,
        ASK_DELETE,
        DELETED,
        HELP,
        WHO_SEES,
        RESUME,
        WELCOME,
        URGENT,
        DISTRESS,
        LEAD_TOLD,
        HOW_IT_WORKS,
        NOT_UNDERSTOOD,
        NOT_ENTITLED,
        NOT_THEIRS,
        REFUSED,
        PLAIN,
        HOME,
        LEAVE,
        CONFLICT,
        RISK,
        READ,
        CASE,
        MEET,
        LATER,
        RECEIPT,
        MESSAGE
    }

    private static final String SEPARATOR = "\u001f";

    static Shown plain(Screen screen) {
        return new Shown(screen, "", Optional.empty(), Optional.empty());
    }

    static Shown plain(Screen screen, String argument) {
        return new Shown(screen, argument, Optional.empty(), Optional.empty());
    }

    static Shown of(Screen screen, Conversation conversation) {
        return new Shown(screen, "", conversation.task().theCase(), Optional.of(conversation.id()));
    }

    static Shown of(Screen screen, Conversation conversation, String argument) {
        return new Shown(screen, argument, conversation.task().theCase(), Optional.of(conversation.id()));
    }

    static Shown of(Screen screen, CaseId theCase, String argument) {
        return new Shown(screen, argument, Optional.of(theCase), Optional.empty());
    }

    /** Writes it in one line of text. */
    public String encode() {
        return String.join(
                SEPARATOR,
                screen.name(),
                argument,
                theCase.map(CaseId::value).orElse(""),
                conversation.map(ConversationId::value).orElse(""));
    }

    /** Reads what {@link #encode} wrote. */
    public static Shown decode(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        return new Shown(
                Screen.valueOf(parts.get(0)),
                parts.get(1),
                Optional.of(parts.get(2)).filter(t -> !t.isEmpty()).map(CaseId::new),
                Optional.of(parts.get(3)).filter(t -> !t.isEmpty()).map(ConversationId::new));
    }
}
