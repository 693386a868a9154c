package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.StageId;

/** Meetings that a procedure offers: nothing is owed until somebody asks, and where both sides must agree, until both do. */
final class Meetings {

    private final Unfolding unfolding;
    private final Holders holders;

    Meetings(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.holders = new Holders(unfolding.theCase().concern(), unfolding.setting());
    }

    /** Somebody asked for one: the others are asked whether they take part, or it is owed at once. */
    void asked(Offer offer, AgencyId by) {
        if (offer.agreedBy().isEmpty()) {
            open(offer, by);
            return;
        }
        for (Holder holder : holders.of(offer.agreedBy().get(), level(), Optional.of(by))) {
            boolean knows = unfolding.theCase().told(holder.agency()).isPresent() || isRaising(holder.agency());
            if (knows && !holder.agency().equals(by)) {
                new Obligations(unfolding)
                        .open(
                                EngineDuties.TAKE_PART,
                                Does.AGREE,
                                stage(),
                                holder,
                                Optional.of(EngineDuties.TWO_WORKING_DAYS),
                                new Late.AsStage());
            }
        }
        for (Obligation asked : unfolding.theCase().open(Does.AGREE)) {
            unfolding.tell(asked.holder(), "Y-2", Optional.of(asked.id()));
        }
    }

    /** Somebody said whether they take part. A "not now" is recorded, and nobody is blamed for it. */
    void answered(Obligation asked, boolean agreed) {
        unfolding.happens(new CaseEvent.AgreementGiven(asked.id(), agreed));
        unfolding.happens(new CaseEvent.Discharged(asked.id()));
        Meeting meeting =
                unfolding.theCase().meetings().stream().reduce((a, b) -> b).orElseThrow();
        Offer offer = unfolding.setting().protocol().offer(meeting.offer());
        boolean waiting = unfolding.theCase().open(Does.AGREE).stream()
                .anyMatch(o -> o.duty().equals(EngineDuties.TAKE_PART));
        if (agreed && !waiting) {
            open(offer, meeting.by());
        }
        if (!agreed) {
            for (Obligation other : unfolding.theCase().open(Does.AGREE)) {
                unfolding.happens(new CaseEvent.Discharged(other.id()));
            }
            tellOthers("Y-2n", Set.of());
        }
    }

    /** Everybody who was asked about the child at the close may ask, for themselves alone, to talk it over afterwards. */
    void debrief(AgencyId by) {
        unfolding.setting().protocol().offers().stream()
                .filter(offer -> offer.atClosing())
                .findFirst()
                .ifPresent(offer -> holders.of(offer.ledBy(), Optional.empty(), Optional.of(by)).stream()
                        .findFirst()
                        .ifPresent(leader -> {
                            new Obligations(unfolding)
                                    .open(
                                            new DutyId(offer.id()),
                                            Does.HOLD,
                                            leader,
                                            EngineDuties.TWO_WORKING_DAYS,
                                            new Late.Tell(List.of()));
                            unfolding.tell(leader.post(), "Z-8n", Optional.empty());
                        }));
    }

    private void open(Offer offer, AgencyId by) {
        Set<PostId> leaders = new LinkedHashSet<>();
        for (Holder leader : holders.of(offer.ledBy(), level(), Optional.of(by))) {
            new Obligations(unfolding)
                    .open(new DutyId(offer.id()), Does.HOLD, stage(), leader, Optional.empty(), new Late.AsStage());
            leaders.add(leader.post());
        }
        for (Obligation hold : unfolding.theCase().open(Does.HOLD)) {
            if (leaders.contains(hold.holder()) && !unfolding.actsFor(hold.holder())) {
                unfolding.tell(hold.holder(), offer.agreedBy().isPresent() ? "Y-3" : "Y-1", Optional.of(hold.id()));
            }
        }
        tellOthers("Y-1i", leaders);
    }

    private void tellOthers(String message, Set<PostId> but) {
        for (Obligation manager : unfolding.theCase().managers()) {
            if (manager.since().isPresent()
                    && !unfolding.actsFor(manager.holder())
                    && !but.contains(manager.holder())) {
                unfolding.tell(manager.holder(), message, Optional.empty());
            }
        }
        if (!unfolding.setting().actor().is(unfolding.theCase().concern().raiser())) {
            unfolding.tell(unfolding.theCase().concern().raiser(), message);
        }
    }

    private boolean isRaising(AgencyId agency) {
        return agency.equals(unfolding.theCase().concern().raising());
    }

    private StageId stage() {
        return unfolding.theCase().current().orElseThrow().stage();
    }

    private Optional<Level> level() {
        return unfolding.setting().protocol().stage(stage()).level();
    }
}
