package org.secondlook.core.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.yaml.Spelling;

/** By when an answer can be asked for: today, the next working day, three working days, or the longest allowed (P-11). */
final class AnswerDates {

    /** However late in the day: people need this long to act. */
    private static final Duration AT_LEAST = Duration.ofHours(2);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Scene scene;

    AnswerDates(Scene scene) {
        this.scene = scene;
    }

    /**
     * The dates to choose from.
     *
     * @param soon whether a child is at risk of serious harm: then tomorrow is the latest (dialogue-additions, I-4)
     * @param firstRaised when the other agency first heard of it, if that came before
     */
    List<Choice> choices(boolean soon, Optional<LocalDate> firstRaised) {
        WorkingCalendar calendar = scene.deadlines().calendar();
        LocalDate today = scene.today();
        LocalDate longest = soon ? calendar.workingDayAfter(today, 1) : longest(firstRaised.orElse(today));
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(today, "P-11.option.today", Set.of("today")));
        for (int days : List.of(1, 3)) {
            LocalDate day = calendar.workingDayAfter(today, days);
            if (day.isBefore(longest)) {
                choices.add(choice(day, "P-11.option.date", Set.of()));
            }
        }
        if (longest.isAfter(today)) {
            choices.add(choice(longest, "P-11.option.longest", Set.of()));
        }
        return choices;
    }

    /** The instant a chosen day stands for. */
    Instant instant(LocalDate day) {
        Instant end = scene.deadlines().calendar().endOf(day);
        Instant soonest = scene.now().plus(AT_LEAST);
        return end.isAfter(soonest) ? end : soonest;
    }

    /** The longest that the first stage between managers may take, within the limit of the whole. */
    private LocalDate longest(LocalDate firstRaised) {
        Stage first = scene.protocol().ladder().stages().stream()
                .filter(stage ->
                        stage.level().filter(l -> l != Level.PRACTITIONER).isPresent())
                .findFirst()
                .orElseThrow();
        ClockRule clock = scene.protocol().clock(first.limit().orElseThrow());
        LocalDate stage = dayOf(scene.deadlines().count(clock, scene.now()));
        Optional<LocalDate> whole = scene.protocol()
                .whole()
                .map(scene.protocol()::clock)
                .map(limit -> dayOf(scene.deadlines().count(limit, WorkingCalendar.at(firstRaised, MORNING))));
        return whole.filter(stage::isAfter).orElse(stage);
    }

    private static LocalDate dayOf(Deadline deadline) {
        return WorkingCalendar.dayOf(deadline.remindBy().orElseThrow());
    }

    private Choice choice(LocalDate day, String key, Set<String> tags) {
        return new Choice(
                day.toString(),
                () -> Spelling.capitalised(
                        scene.wording().say(key, "by", scene.moments().by(instant(day)))),
                tags);
    }
}
