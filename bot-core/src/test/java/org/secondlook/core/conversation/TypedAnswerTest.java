package org.secondlook.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.message.Input.Kind;

class TypedAnswerTest {

    private final TypedAnswer typed = new TypedAnswer(LocalDate.of(2026, 12, 1), Locale.ENGLISH);
    private final List<Choice> choices = List.of(
            new Choice("yes", () -> "Yes"), new Choice("no", () -> "No"), new Choice("unsure", () -> "I'm not sure"));

    @Nested
    class Choosing {

        @ParameterizedTest
        @CsvSource({"1,yes", "2,no", "YES,yes", "not sure,unsure", "I'm not sure,unsure"})
        void findsTheOptionByNumberOrWords(String text, String option) {
            assertThat(typed.read(question(Kind.CHOICE), choices, text)).containsExactly(option);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "4", "perhaps", "", "n"})
        void findsNoneInWhatFitsNoneOrSeveral(String text) {
            assertThat(typed.read(question(Kind.CHOICE), choices, text)).isEmpty();
        }

        @Test
        void takesSeveral() {
            assertThat(typed.read(question(Kind.CHOICES), choices, "1, 3 and 1"))
                    .containsExactly("yes", "unsure");
            assertThat(typed.read(question(Kind.CHOICES), choices, "1, 9")).isEmpty();
        }
    }

    @Nested
    class Dating {

        @ParameterizedTest
        @CsvSource({
            "today,2026-12-01",
            "yesterday,2026-11-30",
            "30 November,2026-11-30",
            "Monday 30 November,2026-11-30",
            "30 nov,2026-11-30",
            "30/11,2026-11-30",
            "30.11.2026,2026-11-30",
            "2026-11-30,2026-11-30",
            "friday,2026-11-27",
            "4 December,2025-12-04"
        })
        void readsADateThatLiesBehind(String text, String date) {
            assertThat(typed.read(past(), List.of(), text)).containsExactly(date);
        }

        @ParameterizedTest
        @CsvSource({
            "tomorrow,2026-12-02",
            "4 December,2026-12-04",
            "4th december 2027,2027-12-04",
            "friday,2026-12-04",
            "5/1,2027-01-05"
        })
        void readsADateThatLiesAhead(String text, String date) {
            assertThat(typed.read(question(Kind.DATE), List.of(), text)).containsExactly(date);
        }

        @ParameterizedTest
        @ValueSource(strings = {"31 February", "32/1", "soon", "4 De", "99"})
        void readsNoDateInWhatIsNone(String text) {
            assertThat(typed.read(question(Kind.DATE), List.of(), text)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10:05,10:05",
        "10.05am,10:05",
        "3pm,15:00",
        "3:20 pm,15:20",
        "midday,12:00",
        "12pm,12:00",
        "17:30,17:30"
    })
    void readsTimes(String text, String time) {
        assertThat(typed.read(question(Kind.TIME), List.of(), text)).containsExactly(time);
    }

    @Test
    void keepsWordsAsTheyAre() {
        assertThat(typed.read(question(Kind.TEXT), List.of(), "  Siân & <b> **x**\n2  "))
                .containsExactly("Siân & <b> **x**\n2");
    }

    private static Question question(Kind kind) {
        return new Question(
                "Q",
                kind,
                false,
                true,
                true,
                List.of(),
                Optional.empty(),
                When.ALWAYS,
                Set.of(),
                Optional.empty(),
                false);
    }

    private static Question past() {
        return new Question(
                "Q",
                Kind.DATE,
                false,
                true,
                true,
                List.of(),
                Optional.empty(),
                When.ALWAYS,
                Set.of(Question.Check.NOT_IN_THE_FUTURE),
                Optional.empty(),
                false);
    }
}
