package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Side;

/** What one post owes at a stage goes to another post of its agency, and those whom that concerns hear of it. */
final class HandOver {

    private final Unfolding unfolding;
    private final Case theCase;
    private final Obligation asked;
    private final PostId successor;

    HandOver(Unfolding unfolding, Obligation asked, PostId successor) {
        this.unfolding = unfolding;
        this.theCase = unfolding.theCase();
        this.asked = asked;
        this.successor = successor;
    }

    /** Whether the successor is somebody else of the same agency, who may have it. */
    boolean isPossible() {
        Optional<Person> next = unfolding.acting(successor);
        return unfolding.setting().directory().post(successor).agency().equals(asked.agency())
                && PassOn.mayBe(theCase, successor)
                && next.flatMap(person -> theCase.conflict(person.id()))
                        .filter(conflicted -> conflicted)
                        .isEmpty()
                && !next.equals(unfolding.acting(asked.holder()));
    }

    /** What goes over together: all that the same post owes at the same stage, but what only that person can say. */
    List<Obligation> together() {
        return theCase.open().stream()
                .filter(owed -> owed.holder().equals(asked.holder())
                        && !owed.isPersonal()
                        && owed.stage().equals(asked.stage())
                        && owed.side() == asked.side())
                .toList();
    }

    /** Asks the successor, and tells whoever waits for it. */
    void tell(String others) {
        unfolding.tell(successor, asking(), Optional.of(asked.id()));
        whoWaits().forEach(post -> unfolding.tell(post, others, Optional.of(asked.id())));
    }

    private String asking() {
        if (asked.does() == Does.REVIEW) {
            return theCase.declined().isEmpty() ? "M-1" : "M-7";
        }
        if (asked.side() == Side.RAISING) {
            return "L-2c";
        }
        boolean first = theCase.current()
                .filter(visit -> visit.entry() == StageVisit.Entry.RAISED)
                .isPresent();
        return first ? "V-1" : "E-3";
    }

    /** The managers of the other side, and the raiser where it is their own side that somebody else acts for now. */
    private Set<PostId> whoWaits() {
        Set<PostId> posts = new LinkedHashSet<>();
        if (theCase.isAcross()) {
            theCase.managers().stream()
                    .filter(manager -> manager.side() != asked.side())
                    .forEach(manager -> posts.add(manager.holder()));
        }
        if (!theCase.isAcross() || asked.side() == Side.RAISING) {
            posts.add(theCase.concern().raiserPost());
        }
        posts.remove(successor);
        return posts;
    }
}
