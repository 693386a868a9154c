package org.secondlook.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.secondlook.faults.Findings.Kind;

/**
 * Stories that are played beside each other, from one Tuesday on, while faults strike; and the comparison afterwards. At each
 * moment of the stories one fault at most strikes.
 */
final class Batch {

    /** Long enough for a lease to run out, and for the longest pause between two attempts to send. */
    static final Duration ARRIVES_WITHIN = Duration.ofSeconds(150);

    private static final Duration UNDO_WINDOW = Duration.ofSeconds(121);
    private static final Duration LEASE = Duration.ofSeconds(65);
    private static final Duration SHORTLY = Duration.ofSeconds(6);
    private static final int QUIET_MILLIS = 700;

    private final Installation world;
    private final Mail mail;
    private final List<Story> stories;
    private final Deque<Fault> faults;
    private final Random random;
    private final Findings findings;
    private final Disruptions disruptions = new Disruptions();
    private int struck;

    /** @param faults those that strike are taken from it */
    Batch(Installation world, Mail mail, List<Story> stories, Deque<Fault> faults, Random random, Findings findings) {
        this.world = world;
        this.mail = mail;
        this.stories = List.copyOf(stories);
        this.faults = faults;
        this.random = random;
        this.findings = findings;
    }

    static List<Story> stories(String mark, LocalDate today, Map<String, Person> people, Mail mail) {
        return List.of(
                new Story(Cast.FROM_SLACK, true, mark + ".1", people, mail, today),
                new Story(Cast.FROM_TEAMS, false, mark + ".2", people, mail, today),
                new Story(Cast.FROM_TEAMS, true, mark + ".3", people, mail, today),
                new Story(Cast.FROM_SLACK, false, mark + ".4", people, mail, today));
    }

    /** How many faults have struck. */
    int struck() {
        return struck;
    }

    /** Plays everything, and compares. */
    void play(Set<String> known, int firstMessage) {
        List<Story> answered = stories.stream().filter(Story::isAnswered).toList();
        pressing(stories, Story::raise);
        sending();
        pressing(stories, Story::takeForward);
        sending();
        pressing(answered, Story::answer);
        sending();
        pressing(answered, Story::agree);
        sending();
        pressing(answered, Story::confirm);
        sending();
        pressing(answered, Story::close);
        sending();
        List<Expected> expected =
                stories.stream().flatMap(story -> story.expected().stream()).toList();
        expected.stream()
                .map(Expected::due)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(due -> reminding(due, expected));
        world.moveTo(world.clock().now().plus(LEASE));
        awaitQuiet();
        List<Mail.Message> arrived = mail.all().subList(firstMessage, mail.all().size());
        Judge judge = new Judge(findings, disruptions);
        judge.compareWithMail(stories, arrived);
        judge.compareWithDates(expected, arrived);
        try (Records records = world.records()) {
            judge.compareWithStore(stories, records.of(Set.of("asha-patel", "dan-moore")), known);
        }
    }

    private void pressing(List<Story> those, Consumer<Story> act) {
        during(Moment.PRESSING, () -> together(those, act));
    }

    private void sending() {
        awaitQuiet();
        during(Moment.SENDING, () -> {
            world.moveTo(world.clock().now().plus(UNDO_WINDOW));
            Waiting.pause(Duration.ofMillis(500));
        });
    }

    private void reminding(Instant due, List<Expected> expected) {
        awaitQuiet();
        world.moveTo(due.minus(SHORTLY));
        during(Moment.REMINDING, () -> {
            boolean past = Waiting.until(
                    Duration.ofSeconds(30), () -> world.clock().now().isAfter(due));
            Waiting.until(
                    ARRIVES_WITHIN,
                    () -> past
                            && expected.stream()
                                    .filter(each -> each.due().equals(due))
                                    .allMatch(each -> mail.last(each::isMetBy).isPresent()));
        });
    }

    private void during(Moment moment, Runnable what) {
        Optional<Fault> fault =
                faults.stream().filter(each -> each.moment() == moment).findFirst();
        fault.ifPresent(faults::remove);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            fault.ifPresent(each -> each.prepare(world));
            Optional<Future<?>> striking =
                    fault.map(each -> beside.submit(() -> each.strike(world, random, disruptions)));
            what.run();
            striking.ifPresent(Batch::join);
            struck += fault.isPresent() ? 1 : 0;
        } finally {
            beside.shutdownNow();
        }
    }

    private void together(List<Story> those, Consumer<Story> act) {
        ExecutorService threads = Executors.newFixedThreadPool(those.size());
        try {
            List<Future<?>> all = new ArrayList<>();
            those.forEach(story -> all.add(threads.submit(() -> {
                try {
                    act.accept(story);
                } catch (AssertionError e) {
                    findings.add(Kind.MISSED, String.valueOf(e.getMessage()));
                }
            })));
            all.forEach(Batch::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void join(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Time is moved only while nothing is on its way: otherwise every move would be a fault. */
    private void awaitQuiet() {
        Waiting.until(
                ARRIVES_WITHIN,
                () -> world.fakes().get("/mishaps").path("quietMillis").longValue() > QUIET_MILLIS);
    }
}
