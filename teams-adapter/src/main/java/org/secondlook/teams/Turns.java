package org.secondlook.teams;

import java.util.Optional;
import java.util.function.Function;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.RepeatedTurnException;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnFault;
import org.secondlook.teams.token.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns, and always has something to show: to strangers too, and when something goes wrong. */
final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final Function<Turn, Optional<Reply>> engine;
    private final FixedViews fixed;
    private final Refusals refusals;

    Turns(Function<Turn, Optional<Reply>> engine, FixedViews fixed, Refusals refusals) {
        this.engine = engine;
        this.fixed = fixed;
        this.refusals = refusals;
    }

    /**
     * Takes a turn and draws its reply.
     *
     * @param draw what is to be shown of a reply
     * @param drawFault what is to be shown instead if that fails; nothing of the fault is in the view but a reference
     */
    <T> T take(Inbound inbound, Turn.Input input, Function<Reply, T> draw, Function<View, T> drawFault) {
        try {
            return draw.apply(reply(inbound, input));
        } catch (RepeatedTurnException e) {
            refusals.refused(Refusal.REPEATED_OTHERWISE);
            String reference = TurnFault.reference(inbound.turn());
            log.warn("Turn repeated with other content reference={} turn={}", reference, inbound.turn());
            return drawFault.apply(fixed.fault(reference));
        } catch (RuntimeException e) {
            String reference = TurnFault.reference(inbound.turn());
            log.error("Turn failed reference={} turn={} fault={}", reference, inbound.turn(), TurnFault.places(e));
            return drawFault.apply(fixed.fault(reference));
        }
    }

    private Reply reply(Inbound inbound, Turn.Input input) {
        return inbound.by()
                .flatMap(by -> engine.apply(new Turn(inbound.turn(), by, input)))
                .orElseGet(() -> new Reply(Reply.Surface.SCREEN, fixed.stranger()));
    }
}
