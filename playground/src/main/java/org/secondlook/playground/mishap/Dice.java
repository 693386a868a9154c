package org.secondlook.playground.mishap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules that stand, and the chance by which the next one applies: the same seed, the same throws. */
final class Dice<R> {

    private final Function<R, @Nullable Double> chance;
    private final Function<R, @Nullable Integer> times;
    private List<Counted<R>> rules = List.of();
    private Random random = new Random(0);
    private long thrown;

    Dice(Function<R, @Nullable Double> chance, Function<R, @Nullable Integer> times) {
        this.chance = chance;
        this.times = times;
    }

    private static final class Counted<R> {

        private final R rule;
        private int applied;

        Counted(R rule) {
            this.rule = rule;
        }
    }

    /** These rules and no others, from now on. */
    synchronized void take(long seed, List<R> fresh) {
        random = new Random(seed);
        rules = fresh.stream().map(Counted::new).toList();
        thrown = 0;
    }

    /** The first rule that is for this and applies now. */
    synchronized Optional<R> next(Predicate<R> isFor) {
        for (Counted<R> each : rules) {
            Integer most = times.apply(each.rule);
            if (isFor.test(each.rule) && (most == null || each.applied < most) && applies(each.rule)) {
                each.applied++;
                thrown++;
                return Optional.of(each.rule);
            }
        }
        return Optional.empty();
    }

    /** How often any rule has applied since they were taken. */
    synchronized long applied() {
        return thrown;
    }

    synchronized long upTo(long most) {
        return most <= 0 ? 0 : random.nextLong(most);
    }

    synchronized <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private boolean applies(R rule) {
        Double likely = chance.apply(rule);
        return likely == null || random.nextDouble() < likely;
    }
}
