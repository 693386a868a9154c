package org.secondlook.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.Commit;
import org.secondlook.core.turn.Lease;
import redis.clients.jedis.AbstractPipeline;

/** Reminders of cases in the store on Redis. */
final class StoredReminders implements AutoCloseable {

    /** Where cases wait for their time; {@link #preload} makes sure that the store waits for what is there. */
    private static final String WAITING = "{" + Northshire.ID + "}:due";

    private static final int AT_ONCE = 10_000;
    private static final int CLAIMED_AT_ONCE = 50;

    private final Path folder = Folders.empty("reminders");
    private final Office office;
    private final History raised;
    private final Instant due;
    private final ObligationId owed;

    StoredReminders() {
        Northshire world = new Northshire(1, 1);
        this.office = new Office(folder, world);
        Office.Employee person = office.person(Northshire.raiser(0));
        person.begins();
        person.fills(new Filling(world.concern(0, "2026-11-30"), "2026-12-04"), "Send to");
        office.deliver();
        CaseId first = office.store().open(Northshire.ID).keySet().iterator().next();
        this.raised = office.store().history(Northshire.ID, first);
        this.due = office.store().nextDue(Northshire.ID).orElseThrow();
        this.owed = raised.replay().open().get(0).id();
        office.clockwork().run(); // which visits every case where the calendar is new
        office.connection().del(WAITING);
    }

    /** So many that are due in ten years; nothing else is stored of their cases, which nobody reads before. */
    void preload(int many) {
        Instant far = due.plus(Duration.ofDays(3_650));
        for (int done = 0; done < many; done += AT_ONCE) {
            try (AbstractPipeline pipeline = office.connection().pipelined()) {
                for (int i = 0; i < Math.min(AT_ONCE, many - done); i++) {
                    pipeline.zadd(
                            WAITING,
                            (double) far.plusSeconds(i).toEpochMilli(),
                            UUID.randomUUID().toString());
                }
                pipeline.sync();
            }
        }
        if (!office.store().nextDue(Northshire.ID).equals(Optional.of(far))) {
            throw new IllegalStateException("Expected the store to wait for what was preloaded");
        }
    }

    /** Cases as they stand once their concern was raised, without anything due yet. */
    List<CaseId> cases(int many) {
        List<CaseId> cases = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            cases.add(new CaseId(UUID.randomUUID().toString()));
        }
        Crew.perSecond(16, many, i -> store(cases.get(i), 0, raised.events(), Optional.empty(), Optional.empty()));
        return cases;
    }

    /** Each case gets an event with which it becomes due: how many a second. */
    double schedule(int threads, List<CaseId> cases) {
        return Crew.perSecond(
                threads,
                cases.size(),
                i -> store(
                        cases.get(i),
                        raised.version(),
                        List.of(event("seen", new CaseEvent.Seen(new PersonId("lead-0")), raised.version())),
                        Optional.of(due),
                        Optional.empty()));
    }

    /** Each case becomes due, and nothing else is written: how many a second. */
    double setTimers(int threads, List<CaseId> cases) {
        return Crew.perSecond(threads, cases.size(), i -> {
            if (!office.store().setTimer(Northshire.ID, cases.get(i), raised.version(), due)) {
                throw new IllegalStateException("Expected case %s to become due".formatted(cases.get(i)));
            }
        });
    }

    /** Claims those that are due and ends each claim, and nothing else is written: how many a second. */
    double fireTimers(int threads, int many) {
        return fire(threads, many, lease -> office.store().release(Northshire.ID, lease, Optional.empty()));
    }

    /** Claims those that are due and commits that each was nudged, under its claim: how many a second. */
    double fire(int threads, int many) {
        return fire(
                threads,
                many,
                lease -> store(
                        new CaseId(lease.member()),
                        raised.version() + 1,
                        List.of(event("nudged", new CaseEvent.Nudged(owed, 1), raised.version() + 1)),
                        Optional.empty(),
                        Optional.of(lease)));
    }

    private double fire(int threads, int many, Consumer<Lease> firing) {
        AtomicInteger fired = new AtomicInteger();
        double seconds = Crew.seconds(copies(threads, () -> {
            List<Lease> claimed = claim();
            while (!claimed.isEmpty()) {
                for (Lease lease : claimed) {
                    firing.accept(lease);
                    fired.incrementAndGet();
                }
                claimed = claim();
            }
            return null;
        }));
        return rate(fired, many, seconds);
    }

    /** Takes the turns of the clock as the application does: how many a second. */
    double turnsOfTheClock(int threads, int many) {
        AtomicInteger taken = new AtomicInteger();
        office.moveTo(due);
        double seconds = Crew.seconds(copies(threads, () -> {
            Clockwork clockwork = office.clockwork();
            for (int turns = clockwork.run(); turns > 0; turns = clockwork.run()) {
                taken.addAndGet(turns);
            }
            return null;
        }));
        return rate(taken, many, seconds);
    }

    private static <T> List<Callable<T>> copies(int many, Callable<T> work) {
        List<Callable<T>> copies = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            copies.add(work);
        }
        return copies;
    }

    private static double rate(AtomicInteger fired, int many, double seconds) {
        if (fired.get() != many) {
            throw new IllegalStateException("Expected %d to fire, but %s did".formatted(many, fired));
        }
        return many / seconds;
    }

    private List<Lease> claim() {
        return office.store().claimCases(Northshire.ID, due, CLAIMED_AT_ONCE);
    }

    private void store(CaseId id, int version, List<Recorded> events, Optional<Instant> next, Optional<Lease> lease) {
        Commit.CaseWrite write = new Commit.CaseWrite(
                id,
                version,
                events,
                Set.of(new PostId("hv-lead-0")),
                Set.of(new PersonId(Northshire.raiser(0))),
                Optional.of(office.partnership().current()),
                next);
        Commit commit = new Commit(
                new TurnId("clock." + id + "." + version),
                "clock",
                "",
                Optional.of(write),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                lease,
                Optional.empty());
        Committed committed = office.store().commit(Northshire.ID, commit);
        if (committed != Committed.STORED) {
            throw new IllegalStateException("Expected case %s to be stored, but %s".formatted(id, committed));
        }
    }

    private Recorded event(String turn, CaseEvent event, int before) {
        return new Recorded(new Stamp(before + 1, due, Actor.CLOCK, new TurnId(turn)), event);
    }

    @Override
    public void close() {
        office.close();
        Folders.delete(folder);
    }
}
