package org.secondlook.app;

import java.util.Optional;
import java.util.function.Function;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnEngine;
import org.secondlook.core.turn.WhileHeld;

/** Answers people: by the engine, or while there is a hold, by what is said then. */
final class Answering implements Function<Turn, Optional<Reply>> {

    private final Hold hold;
    private final TurnEngine engine;
    private final WhileHeld held;

    Answering(Hold hold, TurnEngine engine, WhileHeld held) {
        this.hold = hold;
        this.engine = engine;
        this.held = held;
    }

    @Override
    public Optional<Reply> apply(Turn turn) {
        return hold.state().isPresent() ? held.handle(turn) : engine.handle(turn);
    }
}
