package org.secondlook.core.protocol;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the levels at which a protocol asks agencies for somebody. */
final class LevelsAsked implements Who.Visitor<Optional<Level>> {

    static Set<Level> of(Protocol protocol) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        LevelsAsked asked = new LevelsAsked();
        people(protocol)
                .flatMap(who -> who.firstFilled().stream())
                .flatMap(term -> term.accept(asked).stream())
                .forEach(levels::add);
        stages(protocol).flatMap(stage -> stage.level().stream()).forEach(levels::add);
        levels.removeIf(level -> !level.isWithinAgencies());
        return levels;
    }

    private static Stream<Stage> stages(Protocol protocol) {
        return protocol.tracks().values().stream().flatMap(track -> track.stages().stream());
    }

    private static Stream<Who> people(Protocol protocol) {
        return Stream.of(
                        stages(protocol).flatMap(stage -> stage.owes().stream()).flatMap(LevelsAsked::people),
                        protocol.flags().values().stream()
                                .flatMap(flag -> flag.owes().stream())
                                .flatMap(LevelsAsked::people),
                        protocol.closing().owes().stream().flatMap(LevelsAsked::people),
                        protocol.offers().stream().map(Offer::ledBy),
                        protocol.offers().stream().flatMap(offer -> offer.agreedBy().stream()),
                        protocol.notices().stream().map(Notice::who))
                .flatMap(s -> s);
    }

    private static Stream<Who> people(Duty duty) {
        return duty.people().stream();
    }

    @Override
    public Optional<Level> raiser() {
        return Optional.empty();
    }

    @Override
    public Optional<Level> decisionMaker() {
        return Optional.empty();
    }

    @Override
    public Optional<Level> coWorker() {
        return Optional.empty();
    }

    @Override
    public Optional<Level> atLevel(Side side, Optional<Level> level) {
        return level;
    }

    @Override
    public Optional<Level> lead(Side side) {
        return Optional.empty();
    }

    @Override
    public Optional<Level> role(String role) {
        return Optional.empty();
    }

    @Override
    public Optional<Level> contact(String contact) {
        return Optional.empty();
    }
}
