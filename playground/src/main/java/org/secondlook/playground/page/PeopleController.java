package org.secondlook.playground.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.playground.clock.CaseClock;
import org.secondlook.playground.slack.SlackClient;
import org.secondlook.playground.teams.TeamsClient;
import org.secondlook.playground.world.Person;
import org.secondlook.playground.world.Platform;
import org.secondlook.playground.world.World;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The partnerships, everybody with their unread messages, what changes, and the case clock. */
@RestController
@RequestMapping("/page")
final class PeopleController {

    private final World world;
    private final SlackClient slack;
    private final TeamsClient teams;
    private final CaseClock clock;
    private final Changes changes;

    PeopleController(World world, SlackClient slack, TeamsClient teams, CaseClock clock, Changes changes) {
        this.world = world;
        this.slack = slack;
        this.teams = teams;
        this.clock = clock;
        this.changes = changes;
    }

    record Offered(String partnership, String name, String procedure, List<String> shownFirst) {}

    record Listed(
            String person,
            String name,
            String title,
            String organisation,
            String platform,
            String partnership,
            long unread) {}

    record Move(String to) {}

    record Time(
            boolean available,
            @Nullable Instant now,
            @Nullable Instant next) {

        static Time of(Optional<CaseClock.Reading> reading) {
            return reading.map(known -> new Time(true, known.now(), known.next()))
                    .orElseGet(() -> new Time(false, null, null));
        }
    }

    @GetMapping("/partnerships")
    List<Offered> partnerships() {
        return world.partnerships().stream()
                .map(one -> new Offered(one.id(), one.name(), one.procedure(), one.shownFirst()))
                .toList();
    }

    @GetMapping("/people")
    List<Listed> people() {
        return world.people().stream().map(this::listed).toList();
    }

    @GetMapping("/changes")
    SseEmitter changes() {
        return changes.subscribe();
    }

    @GetMapping("/clock")
    Time clock() {
        return Time.of(clock.reading());
    }

    @PostMapping("/clock")
    Time move(@RequestBody Move move) {
        return Time.of(clock.move(move.to()));
    }

    private Listed listed(Person person) {
        String handle = person.handle();
        boolean inSlack = person.platform() == Platform.SLACK;
        return new Listed(
                handle,
                person.name(),
                person.title(),
                person.organisation(),
                inSlack ? "slack" : "teams",
                person.partnership(),
                inSlack ? slack.unread(handle) : teams.unread(handle));
    }
}
