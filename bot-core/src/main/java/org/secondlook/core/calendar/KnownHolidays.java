package org.secondlook.core.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.protocol.CalendarRules.Nation;

/** The bank holidays of every nation, with what an installation adds and takes away. Knowing other ones is another value. */
public final class KnownHolidays {

    /**
     * The last day for which the holidays that come with the bot were checked. The rules go on for ever, but a day that is
     * proclaimed once follows no rule, and gov.uk publishes the dates about two years ahead.
     */
    public static final LocalDate CHECKED_UNTIL = LocalDate.of(2027, 12, 31);

    /** Those that come with the bot. */
    public static final KnownHolidays BUNDLED = new KnownHolidays(Set.of(), Set.of(), CHECKED_UNTIL);

    private static final Map<Nation, Holidays> LIBRARY =
            Stream.of(Nation.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), BankHolidays::new));

    /** The days that a fingerprint looks at. */
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2049, 12, 31);

    private final Set<Day> added;
    private final Set<Day> takenAway;
    private final LocalDate until;

    /** A day in a nation. */
    public record Day(Nation nation, LocalDate date) {}

    /** @param until the last day for which somebody has checked them */
    public KnownHolidays(Set<Day> added, Set<Day> takenAway, LocalDate until) {
        this.added = Set.copyOf(added);
        this.takenAway = Set.copyOf(takenAway);
        this.until = until;
    }

    public Holidays of(Nation nation) {
        return date -> isHoliday(new Day(nation, date));
    }

    /** The last day for which somebody has checked them. */
    public LocalDate until() {
        return until;
    }

    /** The same for the same holidays, wherever they were read and whatever was written beside them. */
    public String fingerprint() {
        String days = Stream.of(Nation.values())
                .flatMap(nation -> FIRST.datesUntil(LAST).map(date -> new Day(nation, date)))
                .filter(this::isHoliday)
                .map(Day::toString)
                .collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(days.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }

    private boolean isHoliday(Day day) {
        return !takenAway.contains(day)
                && (added.contains(day)
                        || Objects.requireNonNull(LIBRARY.get(day.nation())).isHoliday(day.date()));
    }
}
