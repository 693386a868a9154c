package org.secondlook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.store.KeyFile;
import org.secondlook.store.server.RedisServer;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a second through the whole application, as a ratio to a bare server on the same stack. A turn is the answer to one
 * question of a concern, sent by the submit button of a modal in Slack: it is stored, and answered with the next question.
 */
final class HttpTurns implements AutoCloseable {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CONNECTIONS = 16;
    private static final int PAIRS = 6;
    private static final int TEAMS = 5;
    private static final int CONCERNS = 1_000;
    private static final int WARM_UP = 3_000;

    private final LocalDate today = LocalDate.now(WorkingCalendar.LONDON);
    private final Path folder = Folders.empty("http");
    private final Slack slack = new Slack();
    private final RedisServer redis = Folders.redis(folder);
    private final UnifiedJedis connection = redis.address().connect();
    private final Northshire world;
    private final ServerUnderTest application;
    private final List<Modal> recorded = new ArrayList<>();
    private final ServerUnderTest bare;
    private final ServerUnderTest bolt;

    private HttpTurns(Northshire world) {
        this.world = world;
        Path keyFile = folder.resolve("keys.json");
        Path directory = folder.resolve("northshire.yaml");
        KeyFile.create(keyFile);
        try {
            Files.writeString(directory, world.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.application = ServerUnderTest.start(
                folder.resolve("application.log"),
                List.of("-jar", System.getProperty("bench.application", "")),
                List.of(
                        "--secondlook.key-file=" + keyFile,
                        "--secondlook.redis.url=" + redis.address().uri(),
                        "--secondlook.partnerships.northshire.name=Northshire",
                        "--secondlook.partnerships.northshire.code=NS",
                        "--secondlook.partnerships.northshire.protocol=bradford@1",
                        "--secondlook.partnerships.northshire.directory=" + directory,
                        "--secondlook.slack.signing-secret=" + SECRET,
                        "--secondlook.slack.api-base-url=" + slack.apiUrl(),
                        "--secondlook.slack.workspaces[0].organisation=" + Northshire.WORKSPACE,
                        "--secondlook.slack.workspaces[0].bot-token=xoxb-any"));
        Sizes sizes = record();
        IntStream.range(0, world.people())
                .forEach(person -> connection.hset(
                        (BareTurn.RECORD + user(person)).getBytes(StandardCharsets.UTF_8),
                        "draft".getBytes(StandardCharsets.UTF_8),
                        BareTurn.bytes(sizes.record())));
        this.bare = beside("bare", BareServer.class, sizes);
        this.bolt = beside("bolt", BoltServer.class, sizes);
        this.sizes = sizes;
    }

    private ServerUnderTest beside(String name, Class<?> server, Sizes sizes) {
        Path modal = folder.resolve(name + ".json");
        try {
            Files.writeString(modal, recorded.get(recorded.size() / 2).view().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ServerUnderTest.start(
                folder.resolve(name + ".log"),
                List.of("-cp", System.getProperty("java.class.path"), server.getName()),
                List.of(
                        "--bare.redis=" + redis.address().uri(),
                        "--bare.secret=" + SECRET,
                        "--bare.record=" + sizes.record(),
                        "--bare.turn=" + sizes.turn(),
                        "--bare.modal=" + modal));
    }

    private final Sizes sizes;

    /**
     * How many bytes a turn reads and writes, on average over the questions of a concern.
     *
     * @param record of the draft
     * @param turn of what the turn led to
     */
    private record Sizes(int record, int turn) {}

    static void run(Results results) {
        int pairs = results.isShort() ? 1 : PAIRS;
        int concerns = results.isShort() ? 50 : CONCERNS;
        int warmUp = results.isShort() ? 100 : WARM_UP;
        Northshire world = new Northshire(TEAMS, warmUp / TEAMS);
        try (HttpTurns turns = new HttpTurns(world)) {
            turns.measure(results, warmUp, concerns, pairs);
        }
    }

    private void measure(Results results, int warmUp, int concerns, int pairs) {
        Figures ours = new Figures("application");
        Figures withBolt = new Figures("bare server with Bolt");
        Figures without = new Figures("bare server without Bolt");
        answers(warmUp);
        others(bolt, warmUp);
        others(bare, warmUp);
        for (int pair = 0; pair < pairs; pair++) {
            ours.runs().add(answers(concerns));
            withBolt.runs().add(others(bolt, concerns));
            without.runs().add(others(bare, concerns));
        }
        results.add("connections, turns in each run", CONNECTIONS + ", " + concerns * recorded.size());
        results.add("bytes of a request, on average", String.valueOf(requestBytes()));
        results.add("bytes read, bytes written of the turn", sizes.record() + ", " + sizes.turn());
        for (Figures figures : List.of(ours, withBolt, without)) {
            figures.addTo(results);
        }
        results.add("ratio of turns a second to the bare server with Bolt", "%.2f", ours.ratios(withBolt));
        results.add("ratio of turns a second to the bare server without Bolt", "%.2f", ours.ratios(without));
    }

    /** What was measured of a server, run by run. */
    private record Figures(String server, List<Run> runs) {

        Figures(String server) {
            this(server, new ArrayList<>());
        }

        void addTo(Results results) {
            results.add("turns a second, " + server, "%.0f", all(Run::perSecond));
            results.add("p50 in ms, " + server, "%.2f", all(Run::p50));
            results.add("p99 in ms, " + server, "%.2f", all(Run::p99));
            results.add("processor time of the server a turn in ms, " + server, "%.2f", all(Run::processor));
        }

        double[] all(ToDoubleFunction<Run> figure) {
            return runs.stream().mapToDouble(figure).toArray();
        }

        double[] ratios(Figures others) {
            return IntStream.range(0, runs.size())
                    .mapToDouble(run ->
                            runs.get(run).perSecond() / others.runs.get(run).perSecond())
                    .toArray();
        }
    }

    /** Goes through all questions once, and keeps each modal and how much was stored for it. */
    private Sizes record() {
        long record = 0;
        long turn = 0;
        try (Line line = line(application)) {
            Modal modal = open(line, 0);
            while (!modal.isCheck()) {
                recorded.add(modal);
                String trigger = slack.trigger();
                modal = next(line.post(submission(0, trigger, modal)));
                record += connection.hvals(drafts(0)).stream()
                        .mapToInt(draft -> draft.length)
                        .sum();
                turn += connection.strlen("{northshire}:turn:slack." + trigger);
            }
        }
        if (record == 0 || turn == 0) {
            throw new IllegalStateException("Expected the draft and the turn where the store keeps them");
        }
        return new Sizes((int) record / recorded.size(), (int) turn / recorded.size());
    }

    private int requestBytes() {
        return recorded.stream()
                        .mapToInt(modal -> submission(0, slack.trigger(), modal).length)
                        .sum()
                / recorded.size();
    }

    /** Lets so many people begin anew, and then measures how they answer their questions. */
    private Run answers(int concerns) {
        Modal[] opened = new Modal[concerns];
        AtomicInteger opening = new AtomicInteger();
        Crew.seconds(workers(() -> {
            try (Line line = line(application)) {
                for (int next = opening.getAndIncrement(); next < concerns; next = opening.getAndIncrement()) {
                    connection.del(drafts(next));
                    opened[next] = open(line, next);
                }
            }
        }));
        return measured(application, concerns, (line, concern, latencies) -> {
            Modal modal = opened[concern];
            for (int question = 0; question < recorded.size(); question++) {
                modal = next(latencies.time(line, submission(concern, slack.trigger(), modal)));
            }
            if (!modal.isCheck()) {
                throw new IllegalStateException("Expected all questions to be answered, but found " + modal);
            }
        });
    }

    /** Sends a bare server what the questions of so many concerns are answered with. */
    private Run others(ServerUnderTest server, int concerns) {
        return measured(server, concerns, (line, concern, latencies) -> {
            for (Modal modal : recorded) {
                latencies.time(line, submission(concern, slack.trigger(), modal));
            }
        });
    }

    private interface Concern {
        void answer(Line line, int concern, Latencies latencies);
    }

    private Run measured(ServerUnderTest server, int concerns, Concern concern) {
        Latencies[] latencies =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> new Latencies()).toArray(Latencies[]::new);
        AtomicInteger worker = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        Duration before = server.processorTime();
        double seconds = Crew.seconds(workers(() -> {
            Latencies mine = latencies[worker.getAndIncrement()];
            try (Line line = line(server)) {
                for (int mineNow = next.getAndIncrement(); mineNow < concerns; mineNow = next.getAndIncrement()) {
                    concern.answer(line, mineNow, mine);
                }
            }
        }));
        long[] all = Arrays.stream(latencies)
                .flatMapToLong(its -> its.nanos.stream().mapToLong(Long::longValue))
                .sorted()
                .toArray();
        return Run.of(all, seconds, server.processorTime().minus(before));
    }

    /** How a run went; times in milliseconds. */
    private record Run(double perSecond, double p50, double p99, double processor) {

        static Run of(long[] sortedNanos, double seconds, Duration processor) {
            return new Run(
                    sortedNanos.length / seconds,
                    percentile(sortedNanos, 0.5),
                    percentile(sortedNanos, 0.99),
                    processor.toNanos() / 1e6 / sortedNanos.length);
        }

        private static double percentile(long[] sortedNanos, double share) {
            return sortedNanos[(int) (share * (sortedNanos.length - 1))] / 1e6;
        }
    }

    private static final class Latencies {

        private final List<Long> nanos = new ArrayList<>();

        byte[] time(Line line, byte[] request) {
            long since = System.nanoTime();
            byte[] answer = line.post(request);
            nanos.add(System.nanoTime() - since);
            return answer;
        }
    }

    private static List<Callable<Void>> workers(Runnable work) {
        List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            workers.add(() -> {
                work.run();
                return null;
            });
        }
        return workers;
    }

    private Modal open(Line line, int raiser) {
        String trigger = slack.trigger();
        line.post(Slack.command(user(raiser), trigger));
        return new Modal(slack.opened(trigger));
    }

    private static Modal next(byte[] answer) {
        JsonNode response = JSON.readTree(answer);
        if (!response.path("response_action").asString("").equals("update")) {
            throw new IllegalStateException("Expected the next question, but found " + response);
        }
        return new Modal(response.path("view"));
    }

    private byte[] submission(int raiser, String trigger, Modal modal) {
        String day = today.plusDays(10).toString();
        Map<String, List<String>> concern =
                world.concern(raiser, today.minusDays(1).toString());
        return Slack.submission(user(raiser), trigger, modal.view(), modal.filled(concern, day));
    }

    private static String user(int raiser) {
        return Northshire.user(Northshire.raiser(raiser));
    }

    /** Where the store keeps what somebody has begun; {@link #record} makes sure that it does. */
    private static byte[] drafts(int raiser) {
        return "{northshire}:person:%s:drafts"
                .formatted(Northshire.raiser(raiser))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Line line(ServerUnderTest server) {
        return new Line(server.port(), SECRET);
    }

    @Override
    public void close() {
        application.close();
        bolt.close();
        bare.close();
        slack.close();
        connection.close();
        redis.close();
        Folders.delete(folder);
    }
}
