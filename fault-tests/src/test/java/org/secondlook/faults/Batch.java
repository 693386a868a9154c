package org.secondlook.faults;

import java.time.Duration;
import java.time.Instant;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.secondlook.faults.Findings.Kind;

/**
 * Stories that are played beside each other, from one Tuesday on, while faults strike; and the comparison afterwards. At each
 * moment of the stories one fault at most strikes.
 */
final class Batch {

    /** How often each comes in a batch. */
    static final Map<Moment, Integer> MOMENTS =
            Map.of(Moment.PRESSING, 6, Moment.SENDING, 5, Moment.REMINDING, 2, Moment.NUDGING, 1);

    /** What has not come by then does not come. */
    static final Duration ARRIVES_WITHIN = Duration.ofSeconds(150);

    private static final Duration UNDO_WINDOW = Duration.ofSeconds(121);
    private static final Duration LEASE = Duration.ofSeconds(65);
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final int QUIET_MILLIS = 300;
    private static final int CALM_MILLIS = 4_000;

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

    /** What its cases are called. */
    List<String> references() {
        return stories.stream().map(story -> story.ledger().reference()).toList();
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
        // Nothing waits two minutes here: a fault would strike at nothing.
        puttingForwardUntil(world.records()::allIsSent);
        List<Expected> expected =
                stories.stream().flatMap(story -> story.expected().stream()).toList();
        expected.stream()
                .map(Expected::due)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .forEach(due -> reminding(due, expected));
        compare(expected, known, firstMessage);
    }

    /** Plays as far as the other agency, while its platform refuses for good what the stories say. */
    void playRefused(String rules, Set<String> known, int firstMessage) {
        pressing(stories, Story::raise);
        sending();
        world.fakes().send("PUT", "/mishaps/outgoing", rules);
        pressing(stories, Story::takeForward);
        sending();
        world.fakes().send("DELETE", "/mishaps", "");
        List<Expected> expected = stories.stream()
                .flatMap(story -> story.expectedInstead().stream())
                .toList();
        compare(expected, known, firstMessage);
    }

    private void compare(List<Expected> expected, Set<String> known, int firstMessage) {
        puttingForwardUntil(world.records()::allIsSent);
        List<Mail.Message> arrived = mail.all().subList(firstMessage, mail.all().size());
        Judge judge = new Judge(findings, disruptions);
        judge.compareWithMail(stories, arrived);
        judge.compareWithDates(expected, arrived);
        judge.compareWithStore(stories, world.records().of(Set.of("asha-patel", "dan-moore")), known);
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
        puttingForwardUntil(world.records()::allIsSent);
    }

    private void reminding(Instant due, List<Expected> expected) {
        List<Expected> now =
                expected.stream().filter(each -> each.due().equals(due)).toList();
        puttingForwardUntil(world.records()::allIsSent);
        world.moveTo(due.minus(SHORTLY));
        during(now.stream().anyMatch(Expected::isNudge) ? Moment.NUDGING : Moment.REMINDING, () -> {
            Waiting.until(ARRIVES_WITHIN, () -> world.clock().now().isAfter(due));
            Waiting.until(SOON, () -> haveCome(now));
        });
        puttingForwardUntil(() -> haveCome(now));
    }

    private boolean haveCome(List<Expected> expected) {
        return expected.stream().allMatch(each -> mail.last(each::isMetBy).isPresent());
    }

    /** With the clock put forward over pauses between attempts, and over the claims of whoever was killed. */
    private void puttingForwardUntil(BooleanSupplier done) {
        awaitQuiet();
        Waiting.until(ARRIVES_WITHIN, () -> {
            if (done.getAsBoolean()) {
                return true;
            }
            world.moveTo(world.clock().now().plus(LEASE));
            Waiting.until(SOON, done);
            awaitQuiet();
            return false;
        });
    }

    private void during(Moment moment, Runnable what) {
        Optional<Fault> fault =
                faults.stream().filter(each -> each.moment() == moment).findFirst();
        fault.ifPresent(faults::remove);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Optional<Fault.Strike> ready = fault.map(each -> each.preparation().in(world));
            Optional<Future<?>> striking = ready.map(each -> beside.submit(() -> each.strike(random, disruptions)));
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

    /**
     * Time is moved only while nothing is on its way, as otherwise every move would be a fault: while all is sent; or for
     * some time the platforms are not called, and what is to be sent is put off, or claimed by an application that has
     * ended.
     */
    private void awaitQuiet() {
        Waiting.until(ARRIVES_WITHIN, () -> {
            long quiet = world.fakes().get("/mishaps").path("quietMillis").longValue();
            return quiet > CALM_MILLIS
                    || (quiet > QUIET_MILLIS && world.unsent().isEmpty());
        });
    }
}
