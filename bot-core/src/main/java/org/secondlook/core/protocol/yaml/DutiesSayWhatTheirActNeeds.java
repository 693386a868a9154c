package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.yaml.Checked.Placed;
import org.secondlook.core.yaml.Spelling;

/** Each act has the keys it cannot do without, and none that would do nothing. */
final class DutiesSayWhatTheirActNeeds {

    private static final Set<Does> WITH_OUTCOMES = Set.of(Does.SETTLE, Does.DECIDE, Does.CHOOSE, Does.HOLD);

    private static final Set<Does> WITH_FORM = Set.of(Does.WRITE, Does.DECIDE, Does.FILE);

    /** What the bot itself makes obligations of, in every protocol. */
    private static final Set<String> THE_BOTS_OWN =
            Set.of("date", "confirm", "closing", "child-safe", "go-on", "question", "go-further");

    private final Checked pack;
    private final Placed placed;
    private final Duty duty;

    private DutiesSayWhatTheirActNeeds(Checked pack, Placed placed) {
        this.pack = pack;
        this.placed = placed;
        this.duty = placed.duty();
    }

    static void check(Checked pack) {
        pack.duties().forEach(placed -> {
            var check = new DutiesSayWhatTheirActNeeds(pack, placed);
            check.name();
            check.companions();
            check.outcomes();
            check.form();
            check.clock();
            check.lateness();
        });
    }

    private void name() {
        String id = duty.id().value();
        if (ClockGrammar.moments().contains(id)) {
            fault("cannot be called so: '%s' is the word for a moment that clocks count from.".formatted(id));
        }
        if (THE_BOTS_OWN.contains(id) || (id.equals("review") && duty.does() != Does.REVIEW)) {
            fault("cannot be called so: the bot has a duty of that name in every procedure.");
        }
    }

    private void companions() {
        need(
                duty.does() == Does.CONSULT || duty.does() == Does.TALK,
                !duty.with().isEmpty(),
                "with whom: add 'with'.");
        need(duty.does() == Does.TOLD || duty.does() == Does.WRITE, !duty.to().isEmpty(), "to whom: add 'to'.");
        need(duty.does() == Does.APPROVE, !duty.each().isEmpty(), "what it approves: add 'each'.");
        refuse(duty.items().isEmpty() || duty.does() == Does.CHECK, "items", "check");
        refuse(duty.agreedBy().isEmpty() || duty.does() == Does.TALK || duty.does() == Does.HOLD, "agreed-by", "talk");
        if (duty.each().stream().anyMatch(act -> act != Does.TALK && act != Does.CONSULT)) {
            fault("follows each act of a kind that is no discussion. Let 'each' name talk or consult.");
        }
    }

    private void outcomes() {
        refuse(duty.outcomes().isEmpty() || WITH_OUTCOMES.contains(duty.does()), "outcomes", "decide");
        if (placed.stage().isEmpty()) {
            if (!duty.outcomes().isEmpty() || duty.does() == Does.SETTLE) {
                fault("runs beside the stages and moves nothing, so it can have no outcomes.");
            }
        } else if (duty.does() != Does.SETTLE) {
            need(WITH_OUTCOMES.contains(duty.does()), !duty.outcomes().isEmpty(), "where it leads: add 'outcomes'.");
        }
    }

    private void form() {
        need(duty.does() == Does.WRITE, duty.form().isPresent(), "what: add 'form'.");
        refuse(duty.form().isEmpty() || WITH_FORM.contains(duty.does()), "form", "write");
    }

    private void clock() {
        Optional<Agreement> agreement = duty.by()
                .or(() -> placed.stage().flatMap(Stage::limit))
                .map(pack.protocol()::clock)
                .map(ClockRule::agreement);
        if (duty.agreedWith().isPresent()
                && agreement.filter(a -> a == Agreement.NONE).isPresent()) {
            fault("has a date to be agreed, but its clock allows none. Let the clock begin with 'agreed, at most'.");
        }
    }

    private void lateness() {
        boolean nothingFollows = placed.stage()
                .map(stage -> pack.protocol().trackOf(stage.id()).after(stage.id()))
                .filter(Optional::isPresent)
                .isEmpty();
        if (nothingFollows && Ways.moves(duty.late())) {
            fault("would move the case when it is late, but no stage follows. Tell somebody instead.");
        }
    }

    private void need(boolean applies, boolean given, String what) {
        if (applies && !given) {
            fault("does '%s', but does not say %s".formatted(Spelling.of(duty.does()), what));
        }
    }

    private void refuse(boolean fits, String key, String act) {
        if (!fits) {
            fault("does '%s', for which '%s' has no meaning. It goes with '%s'."
                    .formatted(Spelling.of(duty.does()), key, act));
        }
    }

    private void fault(String rest) {
        pack.fault(duty, "Duty %s %s".formatted(duty.id(), rest));
    }
}
