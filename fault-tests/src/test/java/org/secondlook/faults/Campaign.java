package org.secondlook.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.secondlook.faults.Findings.Kind;
import tools.jackson.databind.JsonNode;

/** Every kind of fault, so many times as the minutes allow, and the table of what became of it. */
final class Campaign {

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 11, 30);
    private static final int WHOLE = 60;
    private static final int CONTROLS = 3;

    /** To look into one kind of fault: part of its name in the table. */
    private static final String ONLY = System.getProperty("faults.only", "");

    private final Installation world;
    private final Path folder;
    private final Mail mail;
    private final Random random;
    private final int minutes;
    private final Report report;
    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private LocalDate day = FIRST_MONDAY;
    private int batches;

    Campaign(Installation world, Path folder, long seed, int minutes, Report report) {
        this.world = world;
        this.folder = folder;
        this.mail = new Mail(world.fakes());
        this.random = new Random(seed);
        this.minutes = minutes;
        this.report = report;
        Stream.of("asha-patel", "tom-reed").forEach(name -> people.put(name, new SlackPerson(world.fakes(), name)));
        Stream.of("dan-moore", "priya-shah")
                .forEach(name -> people.put(name, new TeamsPerson(world.fakes(), mail, name)));
    }

    void run() {
        run("application killed at a named point", points());
        run(
                "application killed at any time",
                any(scaled(200) - CrashPoint.values().length, Fault.ApplicationKilled::new));
        run("Redis killed", any(scaled(100), Fault.RedisKilled::new));
        run("both killed", any(scaled(20), Fault.BothKilled::new));
        run("power lost under Redis", any(scaled(60), Fault.PowerLost::new));
        run("one of two instances frozen past its lease", any(scaled(10), moment -> new Fault.OneFrozen()));
        run("clocks of application and Redis 5 minutes apart", any(scaled(20), this::clocksApart));
        run("storm of 429 and 5xx", List.of(new Fault.Storm(Moment.SENDING, Duration.ofSeconds(5L * minutes))));
        run("answers of the platforms lost", any(scaled(20), Fault.AnswersLost::new));
        run("requests doubled, late, reordered, discarded", any(scaled(20), moment -> new Fault.Deliveries()));
        repeatAll();
        cutPower();
    }

    /** All that the bot has had comes once more, shuffled, 25 hours later: not one event may come of it. */
    private void repeatAll() {
        Map<String, Long> before = done();
        world.moveTo(world.clock().now().plus(Duration.ofHours(25)));
        int wanted = scaled(20_000);
        int sent = 0;
        int refused = 0;
        while (sent < wanted) {
            JsonNode again =
                    world.fakes().send("POST", "/mishaps/incoming/again?most=" + Math.min(1_000, wanted - sent), "");
            sent += again.path("sent").intValue();
            refused += again.path("refused").intValue();
        }
        Findings findings = new Findings();
        Map<String, Long> after = done();
        after.forEach((reference, events) -> {
            if (!events.equals(before.get(reference))) {
                findings.add(
                        Kind.DOUBLED,
                        "%s had %s events and has %d".formatted(reference, before.get(reference), events));
            }
        });
        report.add("all of it again 25 hours later", sent, findings);
        report.note("  of these the bot did not answer, or with an error of its own: " + refused);
    }

    private Map<String, Long> done() {
        Map<String, Long> done = new TreeMap<>();
        try (Records records = world.records()) {
            records.of(Set.of("asha-patel", "dan-moore"))
                    .forEach((reference, kept) -> done.put(reference, kept.done()));
        }
        return done;
    }

    /** Under every write; and, as a control, under a server that syncs once a second and so must lose something. */
    private void cutPower() {
        PowerCuts always = new PowerCuts(folder, world.clock(), "always", random).cut(scaled(60));
        Findings findings = new Findings();
        for (int i = 0; i < always.lost(); i++) {
            findings.add(Kind.LOST, "an answered write");
        }
        report.add("power lost while writing without a pause", scaled(60), findings);
        PowerCuts control = new PowerCuts(folder, world.clock(), "everysec", random).cut(CONTROLS);
        report.note("  of %d answered writes; control (appendfsync everysec): %d of %d lost"
                .formatted(always.acknowledged(), control.lost(), control.acknowledged()));
        if (control.lost() == 0) {
            report.violate("The control lost nothing: this way of losing power proves nothing.");
        }
    }

    private static List<Fault> points() {
        List<Fault> points = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values()) {
            points.add(new Fault.KilledAt(point));
        }
        return points;
    }

    private Fault clocksApart(Moment moment) {
        return new Fault.ClocksApart(moment, Duration.ofMinutes(random.nextBoolean() ? 5 : -5));
    }

    private int scaled(int atSixty) {
        return (atSixty * minutes + WHOLE - 1) / WHOLE;
    }

    private List<Fault> any(int count, Function<Moment, Fault> fault) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count); i++) {
            faults.add(fault.apply(List.of(Moment.values()).get(random.nextInt(Moment.values().length))));
        }
        return faults;
    }

    private void run(String name, List<Fault> faults) {
        if (!name.contains(ONLY)) {
            return;
        }
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        Deque<Fault> left = new ArrayDeque<>(shuffled);
        Findings findings = new Findings();
        int struck = 0;
        while (!left.isEmpty()) {
            struck += batch(left, findings);
            report.progress(name, struck, findings);
        }
        report.add(name, struck, findings);
    }

    private int batch(Deque<Fault> faults, Findings findings) {
        day = WorkingDays.after(day);
        world.moveTo(WorkingDays.at(day, 10, 0));
        List<Story> stories = Batch.stories("b" + ++batches, day, people, mail);
        Batch batch = new Batch(world, mail, stories, faults, random, findings);
        batch.play(known, mail.all().size());
        stories.forEach(story -> known.add(story.ledger().reference()));
        day = WorkingDays.dayOf(world.clock().now());
        return batch.struck();
    }
}
