package org.secondlook.app;

import static java.time.temporal.TemporalAdjusters.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.Northshire;
import org.secondlook.app.trial.RunningPlayground;
import org.secondlook.app.trial.SlackWindow;
import org.secondlook.app.trial.TeamsWindow;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.directory.Platform;
import org.secondlook.playground.trial.Browser;
import org.secondlook.store.CaseClock;

/** In a browser, on the page of the playground. */
class StoriesOnThePageIT extends Stories {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private Path data;

    private RunningPlayground playground;
    private LocalDate tuesday;

    @BeforeEach
    void start() {
        playground = RunningPlayground.start(data);
        CaseClock clock = playground.bean(CaseClock.class);
        tuesday = WorkingCalendar.dayOf(clock.instant()).with(next(DayOfWeek.TUESDAY));
        clock.moveTo(WorkingCalendar.at(tuesday, LocalTime.of(10, 0)));
    }

    @AfterEach
    void stop() {
        requireEverythingDrawn();
        browser.leave();
        playground.close();
    }

    @Override
    Chat person(String name) {
        return Northshire.identity(name).platform() == Platform.SLACK
                ? new SlackWindow(browser, name)
                : new TeamsWindow(browser, name);
    }

    @Override
    void show(String... people) {
        requireEverythingDrawn();
        browser.open(playground.page("/?people=" + String.join(",", people)));
    }

    @Override
    void letTimePass() {
        browser.find("[data-testid=clock-next-reminder]").click();
    }

    @Override
    LocalDate tuesday() {
        return tuesday;
    }

    @Override
    void picture(String name) {
        browser.run("document.getAnimations().forEach((animation) => animation.finish())");
        browser.picture(PICTURES.resolve(name + ".png"));
    }

    private static void requireEverythingDrawn() {
        assertThat(browser.all("[data-testid=cannot-draw]")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
