package org.secondlook.core.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;

/** Draws buttons for one person, sealed. */
public final class Buttons {

    /** How long a button can be pressed after it was drawn. */
    public static final Duration LIFE = Duration.ofDays(90);

    private final Scene scene;
    private final boolean forAnybody;

    Buttons(Scene scene) {
        this(scene, false);
    }

    private Buttons(Scene scene, boolean forAnybody) {
        this.scene = scene;
        this.forAnybody = forAnybody;
    }

    /** Buttons that everybody in a channel sees. */
    Buttons forAnybody() {
        return new Buttons(scene, true);
    }

    /** A button that needs neither case nor conversation. */
    Action global(Verb verb, String key, Style style, Map<String, ?> arguments) {
        return draw(verb, Optional.empty(), Optional.empty(), "", 0, key, style, arguments);
    }

    /** The button that takes back what a turn sent. */
    Action undo(CaseId theCase, Optional<ConversationId> conversation, TurnId sending, Map<String, ?> arguments) {
        return draw(
                Verb.UNDO,
                Optional.of(theCase),
                conversation,
                sending.value(),
                0,
                "action.undo",
                Style.NORMAL,
                arguments);
    }

    /** A button of an alert: about whom it is, and which turn gave it. */
    Action ofAlert(Verb verb, PersonId person, TurnId alert, String key, Style style, Map<String, ?> arguments) {
        String argument = person + " " + alert;
        return draw(verb, Optional.empty(), Optional.empty(), argument, 0, key, style, arguments);
    }

    /** The button that says that whoever gave an alert has spoken to somebody, on a case or without one. */
    Action ofTold(TurnId alert, Optional<CaseId> theCase, String key, Style style, Map<String, ?> arguments) {
        return draw(Verb.SPOKEN, theCase, Optional.empty(), alert.value(), 0, key, style, arguments);
    }

    /** A button of a question screen. */
    Action inConversation(
            Verb verb,
            Conversation conversation,
            String argument,
            int version,
            String key,
            Style style,
            Map<String, ?> arguments) {
        return draw(
                verb,
                conversation.task().theCase(),
                Optional.of(conversation.id()),
                argument,
                version,
                key,
                style,
                arguments);
    }

    /** A button of a case. */
    Action onCase(
            Verb verb,
            CaseId theCase,
            String argument,
            int version,
            String key,
            Style style,
            Map<String, ?> arguments) {
        return draw(verb, Optional.of(theCase), Optional.empty(), argument, version, key, style, arguments);
    }

    private Action draw(
            Verb verb,
            Optional<CaseId> theCase,
            Optional<ConversationId> conversation,
            String argument,
            int version,
            String key,
            Style style,
            Map<String, ?> arguments) {
        Button button = new Button(
                scene.partnership(),
                verb,
                forAnybody ? Optional.empty() : Optional.of(scene.person().id()),
                theCase,
                conversation,
                argument,
                version,
                scene.now().plus(LIFE));
        return new Action(
                key,
                scene.wording().say(key, arguments),
                style,
                scene.sealer().seal(button.encode()),
                Optional.empty());
    }
}
