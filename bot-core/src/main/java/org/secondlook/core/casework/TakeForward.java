package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Stage;

/**
 * The raising side's manager takes the concern to the manager at the same level in the other agency (M-4). This is the
 * press by which words cross, and by which a formal notice is given where the procedure has one (F-1).
 *
 * @param review the manager's duty to review it
 * @param withheld questions whose answers stay in the raising agency
 */
public record TakeForward(
        ObligationId review, Set<String> withheld, Optional<SharedText> comment, Optional<PrivateNote> note)
        implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessDue(review);
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation reviewed = unfolding.theCase().open(review).orElseThrow();
        Stage stage = unfolding.setting().protocol().stage(reviewed.stage().orElseThrow());
        new Declined(unfolding).handOver(reviewed);
        unfolding.happens(new CaseEvent.TakenForward(withheld, comment, note));
        unfolding.happens(new CaseEvent.Discharged(review));
        new Questions(unfolding).endWith(review);
        new Crossing(unfolding).tellAgencies();
        new Stages(unfolding).mark(stage);
        boolean notice = giveNotice(unfolding, reviewed, stage);
        new Stages(unfolding).askForADate(stage);
        for (Obligation response : unfolding.theCase().open(Does.RESPOND)) {
            unfolding.tell(response.holder(), "V-1", Optional.of(response.id()));
        }
        if (notice) {
            noticed(unfolding).forEach(post -> unfolding.tell(post, "F-1", Optional.empty()));
        }
        new Notices(unfolding).toRespondingSide(stage);
        if (!unfolding.actsFor(unfolding.theCase().concern().raiserPost())) {
            unfolding.tell(unfolding.theCase().concern().raiser(), "R-2");
        }
        new Support(unfolding).told(unfolding.theCase().raised().statement(), withheld);
        return Optional.empty();
    }

    private static boolean giveNotice(Unfolding unfolding, Obligation review, Stage stage) {
        boolean given = false;
        for (Obligation written : unfolding.theCase().open(Does.WRITE)) {
            boolean toTheOther = stage.duty(written.duty())
                    .map(Duty::to)
                    .filter(to -> !to.isEmpty())
                    .isPresent();
            if (toTheOther
                    && written.holder().equals(review.holder())
                    && written.stage().equals(review.stage())) {
                unfolding.happens(new CaseEvent.Discharged(written.id()));
                given = true;
            }
        }
        return given;
    }

    /** Beside the counterpart, who is asked to answer: whoever decided, and the lead of each responding agency. */
    private static Set<PostId> noticed(Unfolding unfolding) {
        Concern concern = unfolding.theCase().concern();
        Set<PostId> posts = new LinkedHashSet<>();
        concern.decisionMaker().ifPresent(posts::add);
        for (AgencyId agency : concern.responding()) {
            posts.add(unfolding.setting().router().lead(agency).post());
        }
        unfolding.theCase().open(Does.RESPOND).forEach(response -> posts.remove(response.holder()));
        return posts;
    }
}
