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
import java.util.function.Consumer;
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
        run("application killed at any time", any(scaled(200) - CrashPoint.values().length, Fault::applicationKilled));
        run("Redis killed", any(scaled(100), Fault::redisKilled));
        run("both killed", any(scaled(20), Fault::bothKilled));
        run("power lost under Redis", any(scaled(60), Fault::powerLost));
        run("one of two instances frozen past its lease", any(scaled(10), moment -> Fault.oneFrozen()));
        run("clocks of application and Redis 5 minutes apart", any(scaled(20), this::clocksApart));
        run("answers of the platforms lost", any(scaled(20), Fault::answersLost));
        run("requests doubled, late, reordered, discarded", any(scaled(20), moment -> Fault.deliveries()));
        only("channel, or channel and manager, refused for good", this::refuse);
        only("storm of everything that platforms can do", this::storm);
        only("all of it again 25 hours later", this::repeatAll);
        only("power lost while writing without a pause", this::cutPower);
    }

    private static void only(String name, Consumer<String> row) {
        if (name.contains(ONLY)) {
            row.accept(name);
        }
    }

    /** In each agency its channel is gone; or the manager as well. */
    private void refuse(String name) {
        Findings findings = new Findings();
        people.values().forEach(Person::opensChat);
        List.of("sam-ellis", "joan-price").forEach(handle -> new TeamsPerson(world.fakes(), mail, handle).opensChat());
        int batchesOfEach = Math.max(1, scaled(10) / 2);
        for (int i = 0; i < batchesOfEach; i++) {
            for (Cast cast : List.of(Cast.FROM_SLACK, Cast.FROM_TEAMS)) {
                for (Refused refused : List.of(Refused.CHANNEL, Refused.MANAGER)) {
                    Batch batch = batch(
                            mark -> List.of(new Story(cast, false, refused, mark + ".1", people, mail, day)),
                            new ArrayDeque<>(),
                            findings);
                    batch.playRefused(rules(cast, refused), known, mail.all().size());
                    end(batch);
                }
            }
        }
        report.add(name, 4 * batchesOfEach, findings);
    }

    private static String rules(Cast cast, Refused refused) {
        String calls = refused == Refused.CHANNEL
                ? cast.toOtherChannel()
                : cast.toOtherChannel() + "|" + cast.toOtherManager();
        return """
                {"seed": 1, "rules": [
                  {"calls": "/slack/.*(%1$s)", "kind": "SLACK_ERROR", "error": "channel_not_found"},
                  {"calls": "/teams/.*(%1$s)", "kind": "STATUS", "status": 403}]}
                """.formatted(calls);
    }

    /** Goes on until its time is over, while stories are played: the count is that of its mishaps. */
    private void storm(String name) {
        Findings findings = new Findings();
        long until = System.nanoTime() + Duration.ofSeconds(5L * minutes).toNanos();
        world.fakes().send("PUT", "/mishaps/outgoing", """
                {"seed": %d, "rules": [
                  {"calls": "%2$s", "kind": "STATUS", "status": 429, "retryAfter": 1, "chance": 0.1},
                  {"calls": "%2$s", "kind": "STATUS", "status": 429, "chance": 0.1},
                  {"calls": "%2$s", "kind": "STATUS", "status": 503, "chance": 0.1},
                  {"calls": "%2$s", "kind": "HANG_UP", "chance": 0.05},
                  {"calls": "%2$s", "kind": "HANG", "millis": 2000, "chance": 0.05},
                  {"calls": "chat|activities|conversations", "kind": "LOSE_REPLY", "chance": 0.05},
                  {"calls": "chat|activities|conversations", "kind": "CUT_OFF", "chance": 0.05},
                  {"calls": "oauth2", "kind": "STATUS", "status": 500, "chance": 0.3}]}
                """.formatted(
                        random.nextInt(), "chat|views|activities|conversations"));
        world.fakes().send("PUT", "/mishaps/incoming", """
                {"seed": %d, "rules": [
                  {"kind": "REPEAT", "copies": 2, "millis": 3000, "chance": 0.2},
                  {"kind": "DELAY", "millis": 1500, "chance": 0.2},
                  {"kind": "DISCARD", "chance": 0.1}]}
                """.formatted(random.nextInt()));
        while (System.nanoTime() < until) {
            play(new ArrayDeque<>(), findings);
            report.progress(name, mishaps(), findings);
        }
        int mishaps = mishaps();
        world.fakes().send("DELETE", "/mishaps", "");
        report.add(name, mishaps, findings);
    }

    private int mishaps() {
        JsonNode met = world.fakes().get("/mishaps");
        return met.path("outgoing").intValue() + met.path("incoming").intValue();
    }

    /** All that the bot has had comes once more, shuffled, 25 hours later: not one event may come of it. */
    private void repeatAll(String name) {
        Map<String, List<String>> before = done();
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
        Map<String, List<String>> after = done();
        after.forEach((reference, events) -> {
            if (!events.equals(before.get(reference))) {
                findings.add(Kind.DOUBLED, "%s had %s and has %s".formatted(reference, before.get(reference), events));
            }
        });
        report.add(name, sent, findings);
        report.note("  of these the bot did not answer, or with an error of its own: " + refused);
    }

    private Map<String, List<String>> done() {
        Map<String, List<String>> done = new TreeMap<>();
        world.records()
                .of(Set.of("asha-patel", "dan-moore"))
                .forEach((reference, kept) -> done.put(reference, kept.done()));
        return done;
    }

    /** Under every write; and, as a control, under a server that syncs once a second and so must lose something. */
    private void cutPower(String name) {
        PowerCuts always = new PowerCuts(folder, world.clock(), "always", random).cut(scaled(60));
        Findings findings = new Findings();
        for (int i = 0; i < always.lost(); i++) {
            findings.add(Kind.LOST, "an answered write");
        }
        report.add(name, scaled(60), findings);
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
            points.add(Fault.killedAt(point));
        }
        return points;
    }

    private Fault clocksApart(Moment moment) {
        return Fault.clocksApart(moment, Duration.ofMinutes(random.nextBoolean() ? 5 : -5));
    }

    private int scaled(int atSixty) {
        return (atSixty * minutes + WHOLE - 1) / WHOLE;
    }

    /** Dealt out to all moments, so that they take as few batches as may be. */
    private List<Fault> any(int count, Function<Moment, Fault> fault) {
        List<Moment> moments = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            moments.addAll(Collections.nCopies(Batch.MOMENTS.getOrDefault(moment, 0), moment));
        }
        Collections.shuffle(moments, random);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count); i++) {
            faults.add(fault.apply(moments.get(i % moments.size())));
        }
        return faults;
    }

    private void run(String name, List<Fault> faults) {
        only(name, row -> {
            List<Fault> shuffled = new ArrayList<>(faults);
            Collections.shuffle(shuffled, random);
            Deque<Fault> left = new ArrayDeque<>(shuffled);
            Findings findings = new Findings();
            int struck = 0;
            while (!left.isEmpty()) {
                struck += play(left, findings);
                report.progress(row, struck, findings);
            }
            report.add(row, struck, findings);
        });
    }

    /** Plays a batch, and says how many of the faults have struck. */
    private int play(Deque<Fault> faults, Findings findings) {
        Batch batch = batch(this::answeredAndNot, faults, findings);
        batch.play(known, mail.all().size());
        end(batch);
        return batch.struck();
    }

    private List<Story> answeredAndNot(String mark) {
        return List.of(
                new Story(Cast.FROM_SLACK, true, Refused.NOTHING, mark + ".1", people, mail, day),
                new Story(Cast.FROM_TEAMS, false, Refused.NOTHING, mark + ".2", people, mail, day),
                new Story(Cast.FROM_TEAMS, true, Refused.NOTHING, mark + ".3", people, mail, day),
                new Story(Cast.FROM_SLACK, false, Refused.NOTHING, mark + ".4", people, mail, day));
    }

    private Batch batch(Function<String, List<Story>> stories, Deque<Fault> faults, Findings findings) {
        day = WorkingDays.after(day);
        world.moveTo(WorkingDays.at(day, 10, 0));
        return new Batch(world, mail, stories.apply("b" + ++batches), faults, random, findings);
    }

    /** Nobody acts on the open cases any more; they would remind more and more people of themselves, batch after batch. */
    private void end(Batch batch) {
        world.records().eraseOpen(world.clock().now());
        known.addAll(batch.references());
        day = WorkingDays.dayOf(world.clock().now());
    }
}
