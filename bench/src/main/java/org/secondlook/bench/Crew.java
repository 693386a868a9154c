package org.secondlook.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Threads that work side by side, and how fast they are together. */
final class Crew {

    private Crew() {}

    /**
     * Lets so many threads do so many things between them.
     *
     * @return how many a second
     */
    static double perSecond(int threads, int things, IntConsumer doing) {
        List<Callable<Void>> shares = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            shares.add(() -> {
                for (int thing = first; thing < things; thing += threads) {
                    doing.accept(thing);
                }
                return null;
            });
        }
        return things / seconds(shares);
    }

    /** Lets each do its work on a thread of its own, and says how many seconds it took until all were done. */
    static double seconds(List<Callable<Void>> shares) {
        ExecutorService threads = Executors.newFixedThreadPool(shares.size());
        try {
            long since = System.nanoTime();
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
            return (System.nanoTime() - since) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected all of the work to be done", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
