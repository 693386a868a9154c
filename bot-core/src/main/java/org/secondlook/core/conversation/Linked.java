package org.secondlook.core.conversation;

import java.util.Collections;
import java.util.List;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Concern;

/**
 * Cases about the same child. There is one issue a case (P18), so a child may have several: they know each other for whoever
 * may read both, and for nobody else (security.md T31).
 */
final class Linked {

    private final List<Listed> readable;

    /** @param cases those in which the scene's person may have a part */
    Linked(List<Listed> cases) {
        this.readable = cases.stream()
                .filter(listed -> Part.in(listed.theCase(), listed.scene())
                        .filter(part -> part.reads() == Part.Reads.WORDS)
                        .isPresent())
                .toList();
    }

    /** The others about the same child. */
    List<Listed> with(Case theCase) {
        return readable.stream()
                .filter(listed -> !listed.theCase().id().equals(theCase.id()))
                .filter(listed -> isAboutTheSameChild(listed.theCase().concern(), theCase.concern()))
                .toList();
    }

    /** Those that are open, about the same child and with one of the same agencies. */
    List<Listed> openLike(Concern concern) {
        return readable.stream()
                .filter(listed -> listed.theCase().isOpen())
                .filter(listed -> isAboutTheSameChild(listed.theCase().concern(), concern))
                .filter(listed ->
                        !Collections.disjoint(listed.theCase().concern().responding(), concern.responding()))
                .toList();
    }

    private static boolean isAboutTheSameChild(Concern one, Concern other) {
        return !Collections.disjoint(one.children(), other.children());
    }
}
