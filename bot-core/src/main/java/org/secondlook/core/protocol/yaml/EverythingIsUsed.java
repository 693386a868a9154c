package org.secondlook.core.protocol.yaml;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.CommonQuestion;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Report;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.yaml.Checked.Placed;
import org.secondlook.core.yaml.Spelling;

/** What a pack defines and never uses is a slip: a duty, a notice or a question has been forgotten. */
final class EverythingIsUsed {

    private final Checked pack;
    private final Protocol protocol;

    private EverythingIsUsed(Checked pack) {
        this.pack = pack;
        this.protocol = pack.protocol();
    }

    static void check(Checked pack) {
        EverythingIsUsed check = new EverythingIsUsed(pack);
        check.used("clock", pack.protocol().clocks(), check.clocks());
        check.used("role", pack.protocol().roles(), check.roles());
        check.used("form", pack.protocol().forms(), check.forms());
        check.used("question", pack.protocol().questions(), check.questions());
    }

    private <T> void used(String kind, Map<String, T> defined, Stream<String> uses) {
        Set<String> used = uses.collect(Collectors.toSet());
        defined.forEach((name, part) -> {
            if (!used.contains(name)) {
                pack.fault(part, "Nothing uses the %s '%s'. Use it or delete it.".formatted(kind, name));
            }
        });
    }

    private Stream<String> clocks() {
        ClockRule own = protocol.ownReview();
        Stream<String> likeOwnReview = protocol.clocks().values().stream()
                .filter(clock -> clock.anchor().equals(own.anchor())
                        && clock.unit() == own.unit()
                        && clock.quantity() == own.quantity()
                        && clock.agreement() == own.agreement())
                .map(ClockRule::name);
        return Stream.of(
                        ClockUse.all(pack).stream().map(use -> use.clock().name()),
                        protocol.whole().stream(),
                        likeOwnReview)
                .flatMap(s -> s);
    }

    private Stream<String> roles() {
        Stream<Who> people = Stream.of(
                        pack.duties().stream().map(Placed::duty).flatMap(duty -> duty.people().stream()),
                        protocol.notices().stream().map(Notice::who),
                        protocol.offers().stream().map(Offer::ledBy),
                        protocol.offers().stream().flatMap(offer -> offer.agreedBy().stream()))
                .flatMap(s -> s);
        return Stream.of(
                        people.flatMap(who -> who.firstFilled().stream())
                                .flatMap(term -> term.accept(TermQuestion.role()).stream()),
                        protocol.roles().values().stream().map(Role::via).flatMap(via -> via.stream()),
                        protocol.reports().stream().map(Report::to))
                .flatMap(s -> s);
    }

    private Stream<String> forms() {
        return pack.duties().stream().map(Placed::duty).map(Duty::form).flatMap(form -> form.stream());
    }

    private Stream<String> questions() {
        return Stream.of(
                        Spelling.all(CommonQuestion.class).stream(),
                        protocol.topics().stream().flatMap(topic -> topic.asks().stream()),
                        protocol.tracks().values().stream().flatMap(EverythingIsUsed::asked),
                        protocol.offers().stream().flatMap(offer -> offer.asks().stream()),
                        protocol.closing().asks().stream())
                .flatMap(s -> s);
    }

    private static Stream<String> asked(Track track) {
        return Stream.concat(track.asks().stream(), track.stages().stream().flatMap(stage -> stage.asks().stream()));
    }
}
