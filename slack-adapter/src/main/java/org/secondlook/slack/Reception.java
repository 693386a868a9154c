package org.secondlook.slack;

import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.turn.RepeatedTurnException;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what somebody did to the engine, and what the engine says back to where they did it. */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final Function<Turn, Optional<Reply>> engine;
    private final FixedViews fixed;
    private final Consumer<Incident> incidents;

    Reception(Function<Turn, Optional<Reply>> engine, FixedViews fixed, Consumer<Incident> incidents) {
        this.engine = engine;
        this.fixed = fixed;
        this.incidents = incidents;
    }

    /** The acknowledgement for Slack; what the act changed is stored when this returns. */
    Response receive(Act act) {
        try {
            Optional<Reply> reply = act.caller().guest() ? Optional.empty() : engine.apply(act.turn());
            return reply.map(r -> show(act.place(), r)).orElseGet(() -> stranger(act));
        } catch (RepeatedTurnException e) {
            incidents.accept(Incident.REPEATED_TURN);
            log.warn("Slack turn refused, another was stored under its id turn={} caller={}", act.id(), act.caller());
            return Response.ok();
        } catch (RuntimeException e) {
            return fault(act, e);
        }
    }

    private static Response show(Place place, Reply reply) {
        return switch (reply.surface()) {
            case SCREEN -> place.screen(reply.view());
            case CHAT -> place.chat(reply.view());
            case MESSAGE -> place.message(reply.view());
            case HOME -> place.home(reply.view());
            case BESIDE -> place.beside(reply.view());
        };
    }

    private Response stranger(Act act) {
        incidents.accept(Incident.STRANGER);
        return act.place().screen(fixed.stranger());
    }

    private Response fault(Act act, RuntimeException thrown) {
        String reference = TurnFault.reference(act.id());
        incidents.accept(Incident.FAULT);
        log.error(
                "Slack turn failed reference={} turn={} caller={} fault={}",
                reference,
                act.id(),
                act.caller(),
                TurnFault.places(thrown));
        return act.place().beside(fixed.fault(reference));
    }
}
