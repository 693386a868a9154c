package org.secondlook.core.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads dates and times as the forms of the platforms send them. What is none stays in its draft until it is mended. */
final class Entered {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Entered() {}

    static Optional<LocalDate> day(String value) {
        return DAY.matcher(value).matches() ? read(value, LocalDate::parse) : Optional.empty();
    }

    static Optional<LocalTime> time(String value) {
        return read(value, LocalTime::parse);
    }

    private static <T> Optional<T> read(String value, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
