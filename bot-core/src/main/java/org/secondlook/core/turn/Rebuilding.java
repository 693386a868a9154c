package org.secondlook.core.turn;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Outcome;
import org.secondlook.core.casework.Setting;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.turn.Commit.CaseWrite;

/** Works out anew, from its history alone, what is kept beside a case: its lists, whether it is open, and its next due time. */
public final class Rebuilding {

    private static final TurnId REBUILDING = new TurnId("rebuild");

    private final Scenes scenes;
    private final Clock clock;

    public Rebuilding(Scenes scenes, Clock clock) {
        this.scenes = scenes;
        this.clock = clock;
    }

    /**
     * What stands beside a case of that history, under the directory as it is now; no events. Nothing if the protocol is
     * not loaded to which the case is pinned.
     */
    public Optional<CaseWrite> of(Partnership partnership, History history) {
        Case theCase = history.replay();
        ProtocolId pinned = theCase.status() == Case.Status.NOT_SENT ? partnership.current() : theCase.protocol();
        return Optional.ofNullable(partnership.protocols().get(pinned))
                .map(protocol -> of(partnership, history, protocol));
    }

    private CaseWrite of(Partnership partnership, History history, Protocol protocol) {
        Setting setting = new Setting(
                protocol,
                partnership.directory(),
                scenes.deadlines(protocol),
                clock.instant(),
                Actor.CLOCK,
                REBUILDING);
        return new Committing(setting, "").caseWrite(new Outcome.Accepted(history, List.of(), List.of()));
    }
}
