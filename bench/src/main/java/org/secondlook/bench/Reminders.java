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
        double[][] ours = new double[4][pairs];
        double[][] theirs = new double[2][pairs];
        double[][] ratios = new double[3][pairs];
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
                for (int i = 0; i < 2; i++) {
                    ratios[i][at] = ours[i][at] / theirs[i][at];
                }
                ratios[2][at] = ours[2][at] / theirs[1][at];
            }
        }
        results.add("waiting, and due in each pair", waiting + ", " + due);
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
