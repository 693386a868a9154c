package org.secondlook.playground.mishap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.bot.Later;

/** What becomes of requests on their way to the bot. The last few thousand are remembered, and can be sent once more. */
public final class IncomingMishaps {

    private static final int REMEMBERED = 5_000;
    private static final int THREADS = 8;

    private final Later later;
    private final Dice<IncomingRule> dice = new Dice<>(IncomingRule::chance, IncomingRule::times);
    private final AtomicLong repeated = new AtomicLong();
    private final Deque<Supplier<Answer>> delivered = new ArrayDeque<>();

    public IncomingMishaps(Later later) {
        this.later = later;
    }

    /**
     * What the bot answered to requests that were sent once more.
     *
     * @param refused how many it did not take: no answer, or an error of its own
     */
    record Repetition(int sent, int refused) {}

    void take(long seed, List<IncomingRule> rules) {
        dice.take(seed, rules);
    }

    long applied() {
        return dice.applied();
    }

    /** Delivers a request, as the rules have it. */
    public Answer deliver(Supplier<Answer> delivery) {
        Optional<IncomingRule> rule = dice.next(any -> true);
        if (rule.isEmpty()) {
            remember(delivery);
            return delivery.get();
        }
        switch (rule.get().kind()) {
            case DISCARD -> {
                return Answer.UNREACHABLE;
            }
            case DELAY -> pause(dice.upTo(rule.get().millisOrNone()));
            case REPEAT -> {
                for (int copy = 0; copy < rule.get().copiesOrOne(); copy++) {
                    later.run(Duration.ofMillis(dice.upTo(rule.get().millisOrNone())), () -> repeat(delivery));
                }
            }
        }
        remember(delivery);
        return delivery.get();
    }

    private void repeat(Supplier<Answer> delivery) {
        if (delivery.get().ok()) {
            repeated.incrementAndGet();
        }
    }

    /** How many copies the bot has taken since the playground began. */
    long repeated() {
        return repeated.get();
    }

    /** Sends the latest requests once more, out of their order and several at a time, each signed anew. */
    Repetition again(int most) {
        List<Supplier<Answer>> latest = dice.shuffled(latest(most));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Answer>> deliveries = new ArrayList<>();
            latest.forEach(delivery -> deliveries.add(delivery::get));
            int refused = 0;
            for (Future<Answer> answer : threads.invokeAll(deliveries)) {
                int status = answer.get().status();
                refused += status == 0 || status >= 500 ? 1 : 0;
            }
            return new Repetition(latest.size(), refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private synchronized List<Supplier<Answer>> latest(int most) {
        List<Supplier<Answer>> all = new ArrayList<>(delivered);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private synchronized void remember(Supplier<Answer> delivery) {
        delivered.addLast(delivery);
        if (delivered.size() > REMEMBERED) {
            delivered.removeFirst();
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
