package org.secondlook.bench;

import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link TurnTime} in rounds: each of its benchmarks once a round, in a JVM of its own. */
final class Rounds {

    private static final int ROUNDS = 3;
    private static final List<String> NAMES =
            List.of("durableTurn", "dialogUnderTestAdapter", "dialogUnderMinimalAdapter");

    private Rounds() {}

    static void run(Results results) {
        int rounds = results.isShort() ? 1 : ROUNDS;
        double[][] micros = new double[NAMES.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < NAMES.size(); i++) {
                micros[i][round] = micros(NAMES.get(i), results.isShort());
            }
        }
        double[] toTest = new double[rounds];
        double[] toMinimal = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            toTest[round] = micros[0][round] / micros[1][round];
            toMinimal[round] = micros[0][round] / micros[2][round];
        }
        results.add("a durable turn of the engine and its store, in µs", "%.0f", micros[0]);
        results.add("a turn of the SDK under its TestAdapter, in µs", "%.0f", micros[1]);
        results.add("a turn of the SDK under a minimal adapter, in µs", "%.0f", micros[2]);
        results.add("ratio to TestAdapter", "%.2f", toTest);
        results.add("ratio to the minimal adapter", "%.2f", toMinimal);
    }

    private static double micros(String name, boolean isShort) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(TurnTime.class.getName() + "\\." + name + "$")
                .forks(1)
                .threads(1)
                .warmupIterations(isShort ? 1 : 4)
                .warmupTime(TimeValue.seconds(isShort ? 2 : 5))
                .measurementIterations(isShort ? 1 : 2)
                .measurementTime(TimeValue.seconds(isShort ? 2 : 3))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        try {
            return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
