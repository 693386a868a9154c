package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Side;

/**
 * Questions that people in a case put to each other: who may ask whom, and by when an answer is owed. A question ends with
 * what it was asked for.
 */
public final class Questions {

    private final Unfolding unfolding;

    Questions(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /**
     * Whom somebody may ask for the sake of what they owe: the manager who reviews a concern its raiser, and those who settle
     * it or answer to it the managers of the other side.
     */
    public static List<PostId> mayAsk(Case theCase, Obligation owed) {
        return whom(theCase, owed).map(Holder::post).toList();
    }

    static Stream<Holder> whom(Case theCase, Obligation owed) {
        return switch (owed.does()) {
            case REVIEW ->
                Stream.of(raiser(theCase)).filter(raiser -> !raiser.post().equals(owed.holder()));
            case RESPOND, SETTLE ->
                theCase.counterparts().stream()
                        .filter(other ->
                                other.side() != owed.side() && other.since().isPresent())
                        .map(other -> new Holder(other.holder(), other.agency(), other.side()))
                        .distinct();
            default -> Stream.empty();
        };
    }

    /** Whether somebody who was asked by the other side can ask the raiser first. */
    public static boolean canPassOn(Case theCase, Obligation asked) {
        return asked.does() == Does.REPLY
                && asked.side() == Side.RAISING
                && !asked.holder().equals(theCase.concern().raiserPost())
                && theCase.questions().stream().noneMatch(q -> q.asking().equals(asked.id()));
    }

    /** Whether a question was put inside an agency, whose people alone see it. */
    public static boolean isInside(Case theCase, AskedQuestion question) {
        return sideOf(theCase, question.asking()) == sideOf(theCase, question.reply());
    }

    private static Side sideOf(Case theCase, ObligationId obligation) {
        return theCase.obligation(obligation).orElseThrow().side();
    }

    static Holder raiser(Case theCase) {
        Concern concern = theCase.concern();
        return new Holder(concern.raiserPost(), concern.raising(), Side.RAISING);
    }

    /** Opens what is owed to somebody who asks. */
    ObligationId open(Obligation asking, Holder asked) {
        return new Obligations(unfolding)
                .open(
                        EngineDuties.QUESTION,
                        Does.REPLY,
                        asking.stage().orElseThrow(),
                        asked,
                        Optional.of(clock(asking)),
                        new Late.Tell(List.of()));
    }

    /** By midday on the next working day, so that whoever asks can use the answer in time; where that is too late, at once. */
    private ClockRule clock(Obligation asking) {
        Deadline midday = unfolding.setting().deadlines().count(EngineDuties.NEXT_MIDDAY, unfolding.release());
        boolean inTime = asking.deadline()
                .remindBy()
                .map(due -> midday.remindBy().orElseThrow().isBefore(due))
                .orElse(true);
        return inTime ? EngineDuties.NEXT_MIDDAY : EngineDuties.AT_ONCE;
    }

    /** What was asked for the sake of an obligation is asked no more. */
    void endWith(ObligationId asking) {
        Stream<AskedQuestion> asked = List.copyOf(unfolding.theCase().questions()).stream()
                .filter(q -> q.asking().equals(asking));
        asked.map(AskedQuestion::reply)
                .filter(reply -> unfolding.theCase().open(reply).isPresent())
                .forEach(reply -> {
                    unfolding.happens(new CaseEvent.Discharged(reply));
                    endWith(reply);
                });
    }

    /** Whoever asked learns that the answer has not come: their own date stays. */
    void notAnswered(Obligation reply) {
        AskedQuestion question = unfolding.theCase().question(reply.id()).orElseThrow();
        unfolding
                .theCase()
                .open(question.asking())
                .ifPresent(asking -> unfolding.tellAtOnce(asking.holder(), "Q-2l", Optional.of(asking.id())));
    }
}
