package org.secondlook.bench;

import java.util.List;
import org.secondlook.core.casework.CaseId;

/** Reminders a second, with a million waiting, beside db-scheduler on PostgreSQL. */
final class Reminders {

    private static final int THREADS = 16;
    private static final int PAIRS = 5;

    private Reminders() {}

    static void run(Results results) {
        int waiting = results.isShort() ? 10_000 : 1_000_000;
        int due = results.isShort() ? 500 : 5_000;
        int pairs = results.isShort() ? 1 : PAIRS;
        double[][] ours = new double[6][pairs];
        double[][] theirs = new double[4][pairs];
        double[][] ratios = new double[5][pairs];
        try (StoredReminders stored = new StoredReminders();
                ScheduledTasks tasks = new ScheduledTasks(THREADS)) {
            stored.preload(waiting);
            tasks.preload(waiting);
            for (int pair = -1; pair < pairs; pair++) {
                int at = Math.max(pair, 0); // the first is to warm up, and is overwritten
                List<CaseId> cases = stored.cases(due);
                ours[0][at] = stored.schedule(THREADS, cases);
                theirs[0][at] = tasks.schedule(due);
                ours[1][at] = stored.fire(THREADS, due);
                theirs[1][at] = tasks.fire(due);
                stored.schedule(THREADS, stored.cases(due));
                ours[2][at] = stored.turnsOfTheClock(THREADS, due);
                stored.schedule(THREADS, stored.cases(due));
                ours[3][at] = stored.turnsOfTheClock(1, due);
                ours[4][at] = stored.setTimers(THREADS, stored.cases(due));
                theirs[2][at] = tasks.setTimers(due);
                ours[5][at] = stored.fireTimers(THREADS, due);
                theirs[3][at] = tasks.fire(due);
                ratios[0][at] = ours[0][at] / theirs[0][at];
                ratios[1][at] = ours[1][at] / theirs[1][at];
                ratios[2][at] = ours[2][at] / theirs[1][at];
                ratios[3][at] = ours[4][at] / theirs[2][at];
                ratios[4][at] = ours[5][at] / theirs[3][at];
            }
        }
        results.add("waiting, and due in each pair", waiting + ", " + due);
        results.add("timers set a second, ours", "%.0f", ours[4]);
        results.add("timers set a second, db-scheduler", "%.0f", theirs[2]);
        results.add("ratio", "%.1f", ratios[3]);
        results.add("timers fired a second, ours", "%.0f", ours[5]);
        results.add("timers fired a second, db-scheduler", "%.0f", theirs[3]);
        results.add("ratio", "%.1f", ratios[4]);
        results.add("scheduled a second, ours", "%.0f", ours[0]);
        results.add("scheduled a second, db-scheduler", "%.0f", theirs[0]);
        results.add("ratio", "%.1f", ratios[0]);
        results.add("fired a second, ours: claim and commit", "%.0f", ours[1]);
        results.add("fired a second, db-scheduler", "%.0f", theirs[1]);
        results.add("ratio", "%.1f", ratios[1]);
        results.add("whole turns of the clock a second, 16 threads", "%.0f", ours[2]);
        results.add("ratio of whole turns to db-scheduler", "%.1f", ratios[2]);
        results.add("whole turns of the clock a second, 1 thread", "%.0f", ours[3]);
    }
}
