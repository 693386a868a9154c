package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Lease;
import org.secondlook.core.turn.Writing;

/**
 * What an application does with a store all day: some write cases and messages, one sends, one takes numbers. Whoever is
 * told that nobody knows does the same again, as a platform does that delivers a turn again. Everything that was promised is
 * remembered, and compared with what the store has in the end.
 */
final class WorkUnderLoad implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final Instant DUE = Instant.parse("2026-12-01T10:00:00Z");
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(90);
    private static final int YEAR = 2026;

    private final CaseStore store;
    private final PartnershipId here;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<Integer>> writers;
    private final Future<Integer> sender;
    private final Future<Integer> counter;
    private final Semaphore progress = new Semaphore(0);
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<Long> numbers = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean writing = true;
    private volatile boolean sending = true;

    WorkUnderLoad(CaseStore store, PartnershipId here) {
        this.store = store;
        this.here = here;
        writers = IntStream.range(0, WRITERS)
                .mapToObj(w -> threads.submit(() -> write("case-" + w)))
                .toList();
        sender = threads.submit(this::send);
        counter = threads.submit(this::count);
    }

    private int write(String theCase) {
        int turns = 0;
        while (writing) {
            Writing turn = Writing.turn(theCase + "." + turns)
                    .to(new CaseId(theCase), turns)
                    .sends(message(theCase + "." + turns));
            Committed committed = again(() -> store.commit(here, turn.commit()));
            // Repeated is what a turn is that was stored though nobody could say so, and was delivered again.
            assertThat(committed).isIn(Committed.STORED, Committed.REPEATED);
            turns++;
            acknowledged.add(System.nanoTime());
            progress.release();
        }
        return turns;
    }

    private static OutboxMessage message(String id) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePerson(new PersonId("tom-reed")),
                "M-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DUE,
                Attempt.first(DUE));
    }

    /** Sends until there is nothing left. */
    private int send() {
        List<Lease> claims = List.of();
        while (sending || !claims.isEmpty()) {
            claims = again(() -> store.claimMessages(here, DUE, 5));
            for (Lease claim : claims) {
                assertThat(sent.add(claim.member()))
                        .as("%s is sent once", claim.member())
                        .isTrue();
                again(() -> store.complete(here, claim));
            }
        }
        return sent.size();
    }

    private int count() {
        while (writing) {
            long number = again(() -> store.nextNumber(here, YEAR));
            assertThat(numbers.add(number)).as("%d is given once", number).isTrue();
        }
        return numbers.size();
    }

    private static <T> T again(Supplier<T> work) {
        long since = System.nanoTime();
        while (true) {
            try {
                return work.get();
            } catch (StoreUnavailableException e) {
                if (System.nanoTime() - since > GOES_ON_WITHIN.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** Waits until so many more turns were acknowledged. */
    void awaitTurns(int many) throws InterruptedException, ExecutionException {
        progress.drainPermits();
        if (!progress.tryAcquire(many, GOES_ON_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            for (Future<Integer> writer : writers) {
                if (writer.isDone()) {
                    writer.get();
                }
            }
            throw new AssertionError("Expected %d turns to be stored within %s, but %d were"
                    .formatted(many, GOES_ON_WITHIN, progress.availablePermits()));
        }
    }

    /** Ends the work, and checks that every promise was kept. */
    void finish() throws InterruptedException, ExecutionException, TimeoutException {
        writing = false;
        for (int w = 0; w < WRITERS; w++) {
            String theCase = "case-" + w;
            int turns = writers.get(w).get(GOES_ON_WITHIN.toSeconds(), TimeUnit.SECONDS);
            assertThat(store.history(here, new CaseId(theCase)).events())
                    .extracting(recorded -> recorded.stamp().turn().value())
                    .containsExactlyElementsOf(IntStream.range(0, turns)
                            .mapToObj(n -> theCase + "." + n)
                            .toList());
        }
        counter.get(GOES_ON_WITHIN.toSeconds(), TimeUnit.SECONDS);
        sending = false;
        sender.get(GOES_ON_WITHIN.toSeconds(), TimeUnit.SECONDS);
        // What was claimed and not answered waits for the end of its lease; nothing else is left.
        int left = acknowledged.size() - sent.size();
        assertThat(left).isBetween(0, 10);
        assertThat(unsent()).hasSize(left);
    }

    private List<String> unsent() {
        List<String> unsent = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            store.history(here, new CaseId("case-" + w)).events().stream()
                    .map(recorded -> recorded.stamp().turn().value())
                    .filter(message ->
                            store.message(here, new OutboxId(message)).isPresent())
                    .forEach(unsent::add);
        }
        return unsent;
    }

    int turns() {
        return acknowledged.size();
    }

    /** The longest time in which nothing was acknowledged. */
    Duration outage() {
        long longest = 0;
        long before = Long.MAX_VALUE;
        for (long now : acknowledged) {
            longest = Math.max(longest, now - before);
            before = now;
        }
        return Duration.ofNanos(longest);
    }

    @Override
    public void close() {
        writing = false;
        sending = false;
        threads.shutdownNow();
    }
}
