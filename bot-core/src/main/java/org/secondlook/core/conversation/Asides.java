package org.secondlook.core.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secondlook.core.casework.Case;

/**
 * What somebody wrote may need a word from the bot before they go on: it may be urgent (I-3), they may be in distress (C-7),
 * or it is better read once more before others read it (C-9). Each comes up once in a draft, and stands in nobody's way.
 */
final class Asides {

    /** Longer than that, it is an account of something and not a cry. */
    private static final int WORDS_OF_A_CRY = 12;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** What may come up. That it did is kept beside the answers of a draft, with the screen at which it did. */
    enum Aside {
        URGENT("I-3"),
        DISTRESS("C-7"),
        READ_AGAIN("C-9"),
        /** A second issue on an open case: it comes up by the child that it is about, not by words. */
        ANOTHER_ISSUE("C-10");

        private final String id;

        Aside(String id) {
            this.id = id;
        }

        /** The conversation where this has come up, at the screen where it stands. */
        Conversation in(Conversation conversation) {
            Position at = conversation.position();
            return conversation.answering(Map.of(id, List.of(at.screen()))).at(at.on(id));
        }

        boolean cameUp(Conversation conversation) {
            return conversation.one(id).isPresent();
        }
    }

    private final Scene scene;
    private final Optional<Case> theCase;

    Asides(Scene scene, Optional<CaseFile> file) {
        this.scene = scene;
        this.theCase = file.map(CaseFile::theCase);
    }

    /** Whether what is kept under a key is no answer, but that something came up. */
    static boolean isMark(String key) {
        return Arrays.stream(Aside.values()).anyMatch(aside -> aside.id.equals(key));
    }

    /** The conversation at the screen where that came up at which it stands; nothing where it stands at a question. */
    static Optional<Conversation> whereItCameUp(Conversation conversation) {
        Position at = conversation.position();
        return Optional.of(at.screen())
                .filter(Asides::isMark)
                .flatMap(conversation::one)
                .map(screen -> conversation.at(at.on(screen)));
    }

    /** What comes up before somebody goes on from a screen where they wrote this. */
    Optional<Aside> onGoingOn(Conversation conversation, List<String> written) {
        if (!Aside.DISTRESS.cameUp(conversation) && written.stream().anyMatch(this::isDistress)) {
            return Optional.of(Aside.DISTRESS);
        }
        boolean urgent = mayAskWhetherUrgent(conversation) && written.stream().anyMatch(list("I-3.words")::isIn);
        return urgent ? Optional.of(Aside.URGENT) : Optional.empty();
    }

    /** What comes up before this is sent to others. */
    Optional<Aside> onSending(Conversation conversation, List<String> written) {
        boolean better = !Aside.READ_AGAIN.cameUp(conversation)
                && written.stream()
                        .anyMatch(words -> list("C-9.words").isIn(words)
                                || list("C-9.alone").has(words));
        return better ? Optional.of(Aside.READ_AGAIN) : Optional.empty();
    }

    /** Whether a message is of somebody who needs a person, and not an answer to anything. */
    boolean isDistress(String text) {
        return SPACE.split(text.strip(), -1).length <= WORDS_OF_A_CRY
                && list("C-7.words").isIn(text);
    }

    /** Who has said that it cannot wait has been told whom to ring; nobody is asked twice about a case. */
    private boolean mayAskWhetherUrgent(Conversation conversation) {
        return !Aside.URGENT.cameUp(conversation)
                && conversation.answer("P-0").stream().allMatch("none"::equals)
                && theCase.filter(c -> c.isAskedWhetherUrgent(scene.person().id()))
                        .isEmpty();
    }

    private WordList list(String key) {
        return new WordList(scene.wording().say(key));
    }
}
