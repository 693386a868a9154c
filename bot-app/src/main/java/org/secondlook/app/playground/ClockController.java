package org.secondlook.app.playground;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Scenes;
import org.secondlook.store.CaseClock;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells and moves the case clock. Time only goes forward. */
@RestController
@Profile("playground")
@RequestMapping(ClockController.PATH)
final class ClockController {

    static final String PATH = "/playground/clock";

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final CaseClock clock;
    private final CaseStore store;
    private final Scenes scenes;

    ClockController(CaseClock clock, CaseStore store, Scenes scenes) {
        this.clock = clock;
        this.store = store;
        this.scenes = scenes;
    }

    /**
     * What the clock says.
     *
     * @param next when the next reminder or message is due, if any is
     */
    record Reading(Instant now, @Nullable Instant next) {}

    record Move(Target to) {}

    enum Target {
        @JsonProperty("next-reminder")
        NEXT_REMINDER,
        @JsonProperty("next-working-day")
        NEXT_WORKING_DAY
    }

    @GetMapping
    Reading read() {
        return new Reading(clock.instant(), next().orElse(null));
    }

    @PostMapping
    Reading move(@RequestBody Move move) {
        switch (move.to()) {
            case NEXT_REMINDER -> next().ifPresent(clock::moveTo);
            case NEXT_WORKING_DAY -> nextWorkingDay().ifPresent(clock::moveTo);
        }
        return read();
    }

    private Optional<Instant> next() {
        return scenes.partnerships().all().stream()
                .flatMap(partnership -> store.nextDue(partnership.id()).stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Instant> nextWorkingDay() {
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        return scenes.partnerships().all().stream()
                .map(partnership -> scenes.deadlines(partnership.protocol(partnership.current())))
                .map(deadlines -> WorkingCalendar.at(deadlines.calendar().workingDayAfter(today, 1), MORNING))
                .min(Comparator.naturalOrder());
    }
}
