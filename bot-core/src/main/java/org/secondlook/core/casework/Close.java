package org.secondlook.core.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.Holders.Holder;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Side;

/**
 * The way from agreement to resolution: the risk question is asked of everybody, each alone, before anything counts as
 * resolved; a "yes" or "not sure" stops a plain close (Z-9; dialogue-additions, ruling 12).
 */
final class Close {

    private final Unfolding unfolding;
    private final Protocol protocol;

    Close(Unfolding unfolding) {
        this.unfolding = unfolding;
        this.protocol = unfolding.setting().protocol();
    }

    /**
     * Ends the track and asks everybody in the case whether the child is still at risk. Without a child, it is over.
     *
     * @param how whether the two sides agreed, or somebody decided
     */
    void askEverybody(Outcome outcome, StageVisit.Exit how) {
        Case theCase = unfolding.theCase();
        if (theCase.concern().children().isEmpty()) {
            end();
            return;
        }
        Set<Holder> asked = everybody(theCase);
        for (Obligation settle : theCase.open(Does.SETTLE)) {
            unfolding.happens(new CaseEvent.Discharged(settle.id()));
        }
        new Stages(unfolding).leave(how);
        unfolding.happens(new CaseEvent.ClosingBegun(outcome));
        for (Holder holder : asked) {
            new Obligations(unfolding)
                    .open(
                            EngineDuties.CLOSING,
                            Does.ANSWER,
                            holder,
                            EngineDuties.TWO_WORKING_DAYS,
                            new Late.Tell(List.of()));
        }
        for (Obligation question : theCase.open(Does.ANSWER)) {
            unfolding.tell(question.holder(), "Z-9", Optional.of(question.id()));
        }
    }

    /** A matter about no one child is over when whoever it went to has dealt with it. */
    void end() {
        new Stages(unfolding).leave(StageVisit.Exit.DECIDED);
        if (unfolding.theCase().open().isEmpty()) {
            unfolding.happens(new CaseEvent.Closed());
        }
    }

    /** Somebody still believes that the child is at risk: the lead of every agency must say that the child is safe. */
    void askLeads() {
        Case theCase = unfolding.theCase();
        if (theCase.done().stream().anyMatch(d -> d.obligation().duty().equals(EngineDuties.CHILD_SAFE))
                || theCase.open().stream().anyMatch(o -> o.duty().equals(EngineDuties.CHILD_SAFE))) {
            return;
        }
        for (Holder lead : leads(theCase)) {
            Obligations.toldNow(unfolding)
                    .open(EngineDuties.CHILD_SAFE, Does.CHECK, lead, EngineDuties.AT_ONCE, new Late.ToDeputy());
        }
        for (Obligation check : theCase.open(Does.CHECK)) {
            unfolding.tellAtOnce(check.holder(), "Z-9r", Optional.of(check.id()));
        }
    }

    /** The questions of a close that does not come about are asked no more. */
    void askNoMore() {
        List<Obligation> asked = unfolding.theCase().open().stream()
                .filter(o -> o.duty().equals(EngineDuties.CLOSING) || o.duty().equals(EngineDuties.CHILD_SAFE))
                .toList();
        asked.forEach(o -> unfolding.happens(new CaseEvent.Discharged(o.id())));
    }

    /** Resolves the case once everybody has answered and nobody's worry is left open. */
    void resolveWhenAllAnswered() {
        Case theCase = unfolding.theCase();
        boolean waiting = theCase.open().stream()
                .anyMatch(o -> o.duty().equals(EngineDuties.CLOSING) || o.duty().equals(EngineDuties.CHILD_SAFE));
        Optional<Outcome> outcome = theCase.closingWith();
        if (waiting || outcome.isEmpty() || !theCase.isOpen()) {
            return;
        }
        unfolding.happens(new CaseEvent.Resolved(outcome.get()));
        for (Duty duty : protocol.closing().owes()) {
            Obligations.toldNow(unfolding).open(duty, lastLevel());
        }
        whoeverHasAPart(theCase).forEach(post -> unfolding.tellAtOnce(post, "Z-4", Optional.empty()));
        new Notices(unfolding).resolved();
        unfolding.tellAtOnce(theCase.concern().raiser(), "Z-5");
    }

    /** The managers and whoever owes something now, but for the raiser, who is told apart. */
    private static Set<PostId> whoeverHasAPart(Case theCase) {
        Set<PostId> posts = new LinkedHashSet<>();
        theCase.managers().forEach(manager -> posts.add(manager.holder()));
        theCase.open().stream().filter(owed -> owed.does() == Does.FILE).forEach(owed -> posts.add(owed.holder()));
        posts.remove(theCase.concern().raiserPost());
        return posts;
    }

    private Set<Holder> everybody(Case theCase) {
        Set<Holder> all = new LinkedHashSet<>();
        Concern concern = theCase.concern();
        all.add(new Holder(concern.raiserPost(), concern.raising(), Side.RAISING));
        concern.decisionMaker()
                .filter(post -> theCase.told(agencyOf(post)).isPresent())
                .ifPresent(post -> all.add(new Holder(post, agencyOf(post), Side.RESPONDING)));
        theCase.managers().stream()
                .filter(m -> m.since().isPresent())
                .forEach(m -> all.add(new Holder(m.holder(), m.agency(), m.side())));
        return all;
    }

    /** The last level at which agencies took part; a special procedure may have had none. */
    private Level lastLevel() {
        return unfolding.theCase().visits().stream()
                .flatMap(visit -> protocol.stage(visit.stage()).level().stream())
                .filter(Level::isWithinAgencies)
                .reduce((a, b) -> b)
                .orElse(Level.PRACTITIONER);
    }

    private AgencyId agencyOf(PostId post) {
        return unfolding.setting().directory().post(post).agency();
    }

    private List<Holder> leads(Case theCase) {
        Holders holders = new Holders(theCase.concern(), unfolding.setting());
        List<Holder> leads =
                new ArrayList<>(List.of(holders.lead(theCase.concern().raising(), Side.RAISING)));
        theCase.concern().responding().stream()
                .filter(agency -> theCase.told(agency).isPresent())
                .map(agency -> holders.lead(agency, Side.RESPONDING))
                .filter(lead -> leads.stream().noneMatch(l -> l.post().equals(lead.post())))
                .forEach(leads::add);
        return leads;
    }
}
