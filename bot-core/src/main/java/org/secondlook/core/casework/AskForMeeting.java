package org.secondlook.core.casework;

import java.util.Optional;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.protocol.Offer;

/**
 * Somebody in the case asks for a meeting that the procedure offers here (Y-1, Y-2). The date for the answer does not
 * change.
 *
 * @param by the agency of whoever asks
 * @param statement who should meet, when and how
 */
public record AskForMeeting(String offer, AgencyId by, Statement statement) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Offer> offered = unfolding.setting().protocol().offers().stream()
                .filter(o -> o.id().equals(offer))
                .filter(o -> unfolding
                        .theCase()
                        .current()
                        .filter(visit -> o.at().contains(visit.stage()))
                        .isPresent())
                .findFirst();
        if (offered.isEmpty()) {
            return Optional.of(new Refusal.NoLongerAsked());
        }
        unfolding.happens(new CaseEvent.MeetingAsked(offer, by, statement));
        new Meetings(unfolding).asked(offered.get(), by);
        return Optional.empty();
    }
}
