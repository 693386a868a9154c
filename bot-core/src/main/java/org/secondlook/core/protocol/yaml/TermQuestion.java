package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Who;

/** A question about a person or post to which most kinds give the same answer. */
abstract class TermQuestion<R> implements Who.Visitor<R> {

    private final R usual;

    TermQuestion(R usual) {
        this.usual = usual;
    }

    /** The role named, if one is. */
    static TermQuestion<Optional<String>> role() {
        return new TermQuestion<>(Optional.empty()) {
            @Override
            public Optional<String> role(String role) {
                return Optional.of(role);
            }
        };
    }

    /** Whether it means the level of the stage. */
    static TermQuestion<Boolean> isThisLevel() {
        return new TermQuestion<>(false) {
            @Override
            public Boolean atLevel(Side side, Optional<Level> level) {
                return level.isEmpty();
            }
        };
    }

    /** Whose side it is on, if that is certain. */
    static TermQuestion<Optional<Side>> side() {
        return new TermQuestion<>(Optional.empty()) {
            @Override
            public Optional<Side> raiser() {
                return Optional.of(Side.RAISING);
            }

            @Override
            public Optional<Side> decisionMaker() {
                return Optional.of(Side.RESPONDING);
            }

            @Override
            public Optional<Side> atLevel(Side side, Optional<Level> level) {
                return Optional.of(side);
            }

            @Override
            public Optional<Side> lead(Side side) {
                return Optional.of(side);
            }
        };
    }

    @Override
    public R raiser() {
        return usual;
    }

    @Override
    public R decisionMaker() {
        return usual;
    }

    @Override
    public R coWorker() {
        return usual;
    }

    @Override
    public R atLevel(Side side, Optional<Level> level) {
        return usual;
    }

    @Override
    public R lead(Side side) {
        return usual;
    }

    @Override
    public R role(String role) {
        return usual;
    }

    @Override
    public R contact(String contact) {
        return usual;
    }
}
