package org.secondlook.core.conversation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed as the answer to a question: a number or the words of an option, a date, a time, or text. */
final class TypedAnswer {

    private static final Pattern NUMERIC_DATE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?");
    private static final Pattern WORDED_DATE =
            Pattern.compile("(?:[a-z]+,? )?(\\d{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: (\\d{4}))?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm)?");

    private static final Pattern SEPARATOR = Pattern.compile("[,;]| and ");

    private final LocalDate today;
    private final Locale language;

    TypedAnswer(LocalDate today, Locale language) {
        this.today = today;
        this.language = language;
    }

    /** The values that a text stands for; empty where it stands for none. */
    List<String> read(Question question, List<Choice> choices, String text) {
        String plain = text.strip();
        return switch (question.kind()) {
            case TEXT, LINE -> plain.isEmpty() ? List.of() : List.of(plain);
            case CHOICE, SEARCH ->
                choice(choices, plain).map(c -> List.of(c.id())).orElse(List.of());
            case CHOICES -> choices(choices, plain);
            case DATE -> date(question, plain).map(d -> List.of(d.toString())).orElse(List.of());
            case TIME -> time(plain).map(t -> List.of(t.toString())).orElse(List.of());
        };
    }

    private static List<String> choices(List<Choice> choices, String text) {
        List<String> chosen = new ArrayList<>();
        for (String part : SEPARATOR.split(text, -1)) {
            Optional<Choice> choice = choice(choices, part.strip());
            if (choice.isEmpty()) {
                return List.of();
            }
            chosen.add(choice.get().id());
        }
        return chosen.stream().distinct().toList();
    }

    private static Optional<Choice> choice(List<Choice> choices, String text) {
        if (text.matches("\\d{1,3}")) {
            return choices.stream()
                    .skip(Math.max(0, Long.parseLong(text) - 1))
                    .findFirst()
                    .filter(c -> !text.equals("0"));
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        Optional<Choice> exact = choices.stream()
                .filter(c -> c.id().equals(wanted)
                        || c.label().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
        List<Choice> near = choices.stream()
                .filter(c -> wanted.length() > 1
                        && c.label().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        return exact.or(() -> near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty());
    }

    private Optional<LocalDate> date(Question question, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        boolean past = question.checks().contains(Question.Check.NOT_IN_THE_FUTURE);
        return switch (wanted) {
            case "today" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "tomorrow" -> Optional.of(today.plusDays(1));
            default ->
                iso(wanted)
                        .or(() -> numeric(wanted, past))
                        .or(() -> worded(wanted, past))
                        .or(() -> weekday(wanted, past));
        };
    }

    private static Optional<LocalDate> iso(String text) {
        return Entered.day(text);
    }

    private Optional<LocalDate> numeric(String text, boolean past) {
        Matcher match = NUMERIC_DATE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(match.group(1));
        int month = Integer.parseInt(match.group(2));
        return inYear(match.group(3), day, month, past);
    }

    private Optional<LocalDate> worded(String text, boolean past) {
        Matcher match = WORDED_DATE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(match.group(1));
        String name = match.group(2);
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT);
            if (name.length() >= 3 && full.startsWith(name)) {
                return inYear(match.group(3), day, month.getValue(), past);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> inYear(@Nullable String year, int day, int month, boolean past) {
        if (year != null) {
            return valid(() -> LocalDate.of(Integer.parseInt(year), month, day));
        }
        return valid(() -> LocalDate.of(today.getYear(), month, day)).map(date -> {
            if (past && date.isAfter(today)) {
                return date.minusYears(1);
            }
            return !past && date.isBefore(today) ? date.plusYears(1) : date;
        });
    }

    private Optional<LocalDate> weekday(String text, boolean past) {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            String full = weekday.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT);
            if (text.length() >= 3 && full.startsWith(text)) {
                LocalDate day = today.plusDays(past ? -1 : 1);
                while (day.getDayOfWeek() != weekday) {
                    day = day.plusDays(past ? -1 : 1);
                }
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalTime> time(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.equals("midday") || wanted.equals("noon")) {
            return Optional.of(LocalTime.NOON);
        }
        Matcher match = TIME.matcher(wanted);
        if (!match.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(match.group(1));
        int minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        boolean afternoon = "pm".equals(match.group(3)) && hour < 12;
        return valid(() -> LocalTime.of(afternoon ? hour + 12 : hour, minute));
    }

    private static <T> Optional<T> valid(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
