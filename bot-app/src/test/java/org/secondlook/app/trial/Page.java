package org.secondlook.app.trial;

import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Scenes;
import org.secondlook.playground.trial.Browser;
import org.secondlook.store.CaseClock;

/** The page of a running playground in a browser. For every case it is a Tuesday at 10 when it opens. */
public final class Page implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final DateTimeFormatter ON_THE_CLOCK = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final Browser browser;
    private final RunningPlayground playground;
    private final WorkingCalendar calendar;
    private final LocalDate tuesday;

    private Page(Browser browser, RunningPlayground playground) {
        this.browser = browser;
        this.playground = playground;
        Scenes scenes = playground.bean(Scenes.class);
        Partnership any = scenes.partnerships().all().iterator().next();
        this.calendar = scenes.deadlines(any.protocol(any.current())).calendar();
        CaseClock clock = playground.bean(CaseClock.class);
        this.tuesday = WorkingCalendar.dayOf(clock.instant()).with(next(DayOfWeek.TUESDAY));
        clock.moveTo(WorkingCalendar.at(tuesday, LocalTime.of(10, 0)));
    }

    /** Starts a playground of its own. */
    public static Page start(Browser browser, Path data) {
        return new Page(browser, RunningPlayground.start(data));
    }

    /** The Tuesday on which it opens. */
    public LocalDate tuesday() {
        return tuesday;
    }

    /** So many working days after that Tuesday. */
    public LocalDate workingDaysLater(int days) {
        return calendar.workingDayAfter(tuesday, days);
    }

    /** Looks over the shoulders of these people of a partnership from now on. */
    public void show(String partnership, String... people) {
        requireEverythingDrawn();
        browser.open(playground.page("/?partnership=" + partnership + "&people=" + String.join(",", people)));
    }

    public SlackWindow slack(String person) {
        return new SlackWindow(browser, person);
    }

    public ChatWindow teams(String person) {
        return new TeamsWindow(browser, person);
    }

    /** From now on the window is as narrow as a phone. */
    public void onAPhone() {
        browser.zoom(2 * 390, 2 * 844, 2);
    }

    /** From now on the window is as wide as before. */
    public void onADesk() {
        browser.unzoom();
    }

    /** Goes on to the next time at which something is due. */
    public void nextReminder() {
        move("next-reminder");
    }

    /** Goes on, working day by working day. */
    public void passWorkingDays(int days) {
        for (int day = 1; day <= days; day++) {
            move("next-working-day");
            browser.find("[data-testid=clock-now]", ON_THE_CLOCK.format(workingDaysLater(day)));
        }
    }

    private void move(String to) {
        browser.click("[data-testid=clock-" + to + "]:enabled");
    }

    /** Keeps a picture of what is shown. */
    public void picture(String name) {
        browser.run("document.getAnimations().forEach((animation) => animation.finish())");
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    @Override
    public void close() {
        requireEverythingDrawn();
        browser.leave();
        playground.close();
    }

    private void requireEverythingDrawn() {
        assertThat(browser.all("[data-testid=cannot-draw]")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
