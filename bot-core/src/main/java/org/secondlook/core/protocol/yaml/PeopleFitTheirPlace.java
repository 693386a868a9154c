package org.secondlook.core.protocol.yaml;

import java.util.Set;
import java.util.function.Predicate;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.yaml.Checked.Placed;
import org.secondlook.core.yaml.Spelling;

/** Whoever is named is there: the level of a stage that has one, and people of a side that takes part. */
final class PeopleFitTheirPlace {

    private final Checked pack;

    private PeopleFitTheirPlace(Checked pack) {
        this.pack = pack;
    }

    static void check(Checked pack) {
        PeopleFitTheirPlace check = new PeopleFitTheirPlace(pack);
        pack.duties().forEach(check::thisLevelExists);
        pack.duties().forEach(check::sideTakesPart);
        pack.duties().forEach(check::sideFitsAct);
        pack.protocol().notices().forEach(check::receiverExists);
        pack.protocol().offers().forEach(check::leaderExists);
    }

    /** At the close it is the level that each side last reached. */
    private void thisLevelExists(Placed placed) {
        boolean hasLevel = placed.stage().map(PeopleFitTheirPlace::hasLevel).orElse(placed.isAtClose());
        if (!hasLevel && placed.duty().people().stream().anyMatch(PeopleFitTheirPlace::asksThisLevel)) {
            pack.fault(
                    placed.duty(),
                    "%s says 'this-level', but there is no level of an agency there. Name the level."
                            .formatted(Spelling.capitalised(placed.name())));
        }
    }

    private void sideTakesPart(Placed placed) {
        boolean raisingOnly = placed.stage()
                .filter(stage -> stage.sides() == Stage.Sides.RAISING)
                .isPresent();
        if (raisingOnly && holderIs(placed, side -> side == Side.RESPONDING || side == Side.BOTH)) {
            pack.fault(
                    placed.duty(),
                    "%s is held by the responding side, which takes no part in that stage yet."
                            .formatted(Spelling.capitalised(placed.name())));
        }
    }

    private void sideFitsAct(Placed placed) {
        Side side = placed.duty().does() == Does.RESPOND ? Side.RESPONDING : Side.RAISING;
        boolean bound = Set.of(Does.RESPOND, Does.SETTLE, Does.REVIEW)
                .contains(placed.duty().does());
        boolean certain = placed.duty().who().firstFilled().stream()
                .allMatch(term ->
                        term.accept(TermQuestion.side()).filter(s -> s == side).isPresent());
        if (bound && !certain) {
            pack.fault(
                    placed.duty(),
                    "Duty %s does '%s', so its holder must be of the %s side."
                            .formatted(
                                    placed.duty().id(),
                                    Spelling.of(placed.duty().does()),
                                    Spelling.of(side)));
        }
    }

    private void receiverExists(Notice notice) {
        boolean everywhere = notice.at().isEmpty();
        boolean hasLevel = pack.stages()
                .filter(s -> everywhere || notice.at().contains(s.id()))
                .allMatch(PeopleFitTheirPlace::hasLevel);
        if (!hasLevel && asksThisLevel(notice.who())) {
            pack.fault(
                    notice,
                    "A notice goes to 'this-level' in a stage without a level of an agency, so nobody would receive it. Say 'at' which stages, or name the level.");
        }
    }

    private void leaderExists(Offer offer) {
        boolean hasLevel = offer.at().stream().map(this::stage).allMatch(PeopleFitTheirPlace::hasLevel);
        boolean asks = asksThisLevel(offer.ledBy())
                || offer.agreedBy().filter(PeopleFitTheirPlace::asksThisLevel).isPresent();
        if (asks && !hasLevel) {
            pack.fault(
                    offer,
                    "Offer %s says 'this-level', but one of its stages has no level of an agency. Name the level."
                            .formatted(offer.id()));
        }
    }

    private Stage stage(StageId id) {
        return pack.protocol().stage(id);
    }

    private static boolean hasLevel(Stage stage) {
        return stage.level().filter(Level::isWithinAgencies).isPresent();
    }

    private static boolean holderIs(Placed placed, Predicate<Side> side) {
        return placed.duty().who().firstFilled().stream()
                .map(term -> term.accept(TermQuestion.side()))
                .anyMatch(found -> found.filter(side).isPresent());
    }

    private static boolean asksThisLevel(Who who) {
        return who.firstFilled().stream().anyMatch(term -> term.accept(TermQuestion.isThisLevel()));
    }
}
