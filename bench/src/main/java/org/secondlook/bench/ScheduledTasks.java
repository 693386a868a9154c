package org.secondlook.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reminders as one-time tasks of db-scheduler on PostgreSQL; one that fires writes a row of an event. */
final class ScheduledTasks implements AutoCloseable {

    /** The table as db-scheduler documents it for PostgreSQL, and a log of events. */
    private static final String TABLES = """
            create table scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone,
              consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,
              priority smallint, state text,
              primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
            create table events (case_id text not null, number int not null, event bytea not null,
              primary key (case_id, number));
            """;

    private static final String PRELOAD = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'nudge', gen_random_uuid()::text, now() + interval '3650 days' + n * interval '1 second', false, 1
            from generate_series(1, %d) n;
            """;

    /** As many bytes as the event of a nudge has in the log of a case. */
    private static final byte[] EVENT = new byte[250];

    private final Postgres postgres = Postgres.start();
    private final HikariDataSource source;
    private final int threads;
    private volatile CountDownLatch waiting = new CountDownLatch(0);

    private final OneTimeTask<Void> timer = Tasks.oneTime("timer").execute((instance, context) -> waiting.countDown());

    private final OneTimeTask<Void> nudge =
            Tasks.oneTime("nudge").execute((instance, context) -> fired(instance.getId()));

    /** @param threads how many work side by side */
    ScheduledTasks(int threads) {
        this.threads = threads;
        this.source = postgres.connect(threads + 4);
        execute(TABLES);
    }

    /** So many that are due in ten years. */
    void preload(int many) {
        execute(PRELOAD.formatted(many));
        execute("vacuum analyze scheduled_tasks");
    }

    /** Schedules each by itself, due at once: how many a second. */
    double schedule(int many) {
        return schedule(nudge, many);
    }

    /** The same of tasks that do nothing when they fire. */
    double setTimers(int many) {
        return schedule(timer, many);
    }

    private double schedule(OneTimeTask<Void> task, int many) {
        Scheduler client = scheduler();
        Instant due = Instant.now().minusSeconds(1);
        List<String> ids = java.util.stream.Stream.generate(
                        () -> UUID.randomUUID().toString())
                .limit(many)
                .toList();
        return Crew.perSecond(threads, many, i -> client.schedule(task.instance(ids.get(i)), due));
    }

    /** Lets those that are due fire: how many a second, from the start of the scheduler to the last. */
    double fire(int many) {
        waiting = new CountDownLatch(many);
        Scheduler scheduler = scheduler();
        long since = System.nanoTime();
        scheduler.start();
        try {
            if (!waiting.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Expected all to fire, but %d did not".formatted(waiting.getCount()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        scheduler.stop();
        return many / seconds;
    }

    private Scheduler scheduler() {
        return Scheduler.create(source, nudge, timer)
                .threads(threads)
                .pollUsingLockAndFetch(4, 20)
                .pollingInterval(Duration.ofMillis(100))
                .build();
    }

    private void fired(String id) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into events values (?, 1, ?)")) {
            insert.setString(1, id);
            insert.setBytes(2, EVENT);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        waiting.countDown();
    }

    private void execute(String statement) {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        source.close();
        postgres.close();
    }
}
