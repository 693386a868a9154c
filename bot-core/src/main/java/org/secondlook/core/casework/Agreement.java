package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Who;

/**
 * A talk that counts only when the other person says that it took place: the decision that needs it stays locked until
 * then, or until they have not answered by their date (S26; dialogue-additions, ruling 21).
 */
final class Agreement {

    private final Unfolding unfolding;

    Agreement(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** Asks whether an act took place that somebody has recorded. */
    void ask(Obligation recorded, Who whom, Stage stage) {
        Holders holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
        for (Holders.Holder holder : holders.of(whom, stage.level(), Optional.of(recorded.agency()))) {
            new Obligations(unfolding)
                    .open(
                            EngineDuties.TOOK_PLACE,
                            Does.AGREE,
                            stage.id(),
                            holder,
                            Optional.of(EngineDuties.TWO_WORKING_DAYS),
                            new Late.AsStage());
        }
        for (Obligation asked : unfolding.theCase().open(Does.AGREE)) {
            if (asked.duty().equals(EngineDuties.TOOK_PLACE)) {
                unfolding.tell(asked.holder(), "D-12q", Optional.of(asked.id()));
            }
        }
    }

    /** They have answered. */
    void answered(Obligation asked, boolean tookPlace) {
        unfolding.happens(new CaseEvent.AgreementGiven(asked.id(), tookPlace));
        unfolding.happens(new CaseEvent.Discharged(asked.id()));
        for (Obligation recorded : recorded(asked)) {
            if (tookPlace) {
                count(recorded);
            }
            unfolding.tell(recorded.holder(), tookPlace ? "D-12y" : "D-12n", Optional.empty());
        }
    }

    /** They have not answered in time: one silent person must not hold the decision for ever. */
    void notConfirmed(Obligation asked) {
        unfolding.happens(new CaseEvent.Discharged(asked.id()));
        recorded(asked).forEach(this::count);
        tellThoseWhoWatchTheDecision(asked);
    }

    /** Whoever the pack tells of a late decision hears that it is no longer locked. */
    private void tellThoseWhoWatchTheDecision(Obligation asked) {
        new Audience(unfolding.theCase(), unfolding.setting())
                .toldThatItIsLate(asked)
                .filter(holder -> !holder.post().equals(asked.holder()))
                .forEach(holder -> unfolding.tellAtOnce(holder.post(), "D-12l", Optional.empty()));
    }

    private void count(Obligation recorded) {
        unfolding.happens(new CaseEvent.Discharged(recorded.id()));
        new Dates(unfolding).refresh();
    }

    private List<Obligation> recorded(Obligation asked) {
        Stage stage = unfolding.setting().protocol().stage(asked.stage().orElseThrow());
        return unfolding.theCase().open().stream()
                .filter(o -> o.stage().equals(asked.stage())
                        && stage.duty(o.duty()).flatMap(Duty::agreedBy).isPresent())
                .toList();
    }
}
