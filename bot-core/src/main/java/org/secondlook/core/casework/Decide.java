package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.yaml.Spelling;

/**
 * Whoever has to decide does, and the case goes where the pack says that outcome leads: a partnership's last word (J-5),
 * a reply to a request (D-16b), a choice of how it goes on (D-15), a conference that was held (D-14).
 *
 * @param choice an outcome of the pack's duty; {@link #RECORDED} where the pack gives none
 * @param flags what the decision says of the case beside, such as that it concerns a partner
 */
public record Decide(ObligationId obligation, String choice, Statement statement, Set<Flag> flags)
        implements CaseCommand {

    /** The choice of a duty whose decision leads nowhere, because it runs beside the ladder. */
    public static final String RECORDED = "recorded";

    /** What an outcome of a pack says of the difference; any other word says that it remains. */
    private static final Map<String, Outcome> MEANING = Map.of(
            "resolved", Outcome.CHANGED,
            "convene", Outcome.CHANGED,
            "held", Outcome.CHANGED,
            "accept", Outcome.UNCHANGED_ACCEPTED);

    public Decide {
        flags = Set.copyOf(flags);
    }

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(obligation);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation due = unfolding.theCase().open(obligation).orElseThrow();
        Duty duty = unfolding.setting().protocol().duty(due.stage(), due.duty()).orElseThrow();
        Optional<Target> target = Optional.ofNullable(duty.outcomes().get(choice));
        if (target.isEmpty() && !duty.outcomes().isEmpty()) {
            throw new IllegalArgumentException("Expected one of %s, but found '%s'"
                    .formatted(duty.outcomes().keySet(), choice));
        }
        flags.forEach(new Flags(unfolding)::raise);
        unfolding.happens(new CaseEvent.Decided(obligation, choice, statement));
        unfolding.happens(new CaseEvent.Discharged(obligation));
        new Dates(unfolding).refresh();
        tellBothSides(unfolding, duty, due);
        target.ifPresentOrElse(where -> go(unfolding, where), () -> beside(unfolding));
        return Optional.empty();
    }

    private void go(Unfolding unfolding, Target target) {
        target.accept(new Target.Visitor<Void>() {
            @Override
            public Void toStage(StageId next) {
                new Stages(unfolding)
                        .moveTo(
                                unfolding.setting().protocol().stage(next),
                                StageVisit.Exit.DECIDED,
                                StageVisit.Entry.DECIDED);
                return null;
            }

            @Override
            public Void close() {
                new Close(unfolding).askEverybody(outcome(), StageVisit.Exit.DECIDED);
                return null;
            }

            @Override
            public Void stay() {
                return null;
            }

            @Override
            public Void byFlag(Flag flag, Target raised, Target otherwise) {
                go(unfolding, unfolding.theCase().flag(flag).isPresent() ? raised : otherwise);
                return null;
            }
        });
    }

    /** Business beside the ladder moves nothing; a matter that never had a ladder is over. */
    private static void beside(Unfolding unfolding) {
        if (unfolding.theCase().visits().isEmpty()) {
            new Close(unfolding).end();
        }
    }

    private Outcome outcome() {
        return Spelling.find(choice, Outcome.class)
                .orElseGet(() -> MEANING.getOrDefault(choice, Outcome.UNCHANGED_STILL_DIFFER));
    }

    /** The managers, the raiser, and whom the pack sends the decision to. Beside the ladder only the raiser. */
    private static void tellBothSides(Unfolding unfolding, Duty duty, Obligation due) {
        Case theCase = unfolding.theCase();
        Set<PostId> posts = new LinkedHashSet<>();
        Holders holders = new Holders(theCase.concern(), unfolding.setting());
        if (due.stage().isPresent()) {
            theCase.managers().forEach(manager -> posts.add(manager.holder()));
            Optional<Stage> stage = due.stage().map(unfolding.setting().protocol()::stage);
            for (Who who : duty.to()) {
                holders.of(who, stage.flatMap(Stage::level), Optional.of(due.agency()))
                        .forEach(holder -> posts.add(holder.post()));
            }
        }
        posts.remove(theCase.concern().raiserPost());
        posts.removeIf(unfolding::actsFor);
        posts.forEach(post -> unfolding.tell(post, "J-5", Optional.empty()));
        if (!unfolding.setting().actor().is(theCase.concern().raiser())) {
            unfolding.tell(theCase.concern().raiser(), "J-5");
        }
    }
}
