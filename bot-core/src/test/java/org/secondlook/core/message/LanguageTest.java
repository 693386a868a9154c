package org.secondlook.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The language rules of the dialogue (3.2), read over every line of the bundle. */
class LanguageTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[a-zA-Z]+(, number)?}");
    private static final Pattern SENTENCE = Pattern.compile("[.?:](?=\\s|$)|\\n");
    private static final Pattern BANNED = Pattern.compile(
            "\\b(please|sorry|oops|valid|invalid|forbidden|just|simply|overdue|complaint|complainant|dispute|allegation|"
                    + "grievance|breach|rejected|refused|accus(?:e|ed|es|ing|ation)|blam(?:e|ed|es|ing)|asap|cob|eod)\\b");
    private static final Pattern TWENTY_FOUR_HOURS =
            Pattern.compile("\\b\\d{1,2}:\\d{2}(?!am|pm)\\b|\\b\\d{1,2}(am|pm)\\.00");

    private final Texts texts = Texts.shipped();

    @Test
    void usesNoBannedWordAndNoExclamationMark() {
        List<String> faults = new ArrayList<>();
        lines().forEach(line -> {
            String plain = line.text().toLowerCase(Locale.ROOT);
            if (BANNED.matcher(plain).find() || plain.contains("!")) {
                faults.add(line.toString());
            }
        });

        assertThat(faults).isEmpty();
    }

    @Test
    void keepsEverySentenceWithinTwentyFiveWordsAndFifteenOnAverage() {
        List<String> faults = new ArrayList<>();
        int words = 0;
        int sentences = 0;
        for (Line line : lines().toList()) {
            for (String sentence : SENTENCE.split(line.text(), -1)) {
                int count = words(sentence);
                words += count;
                sentences += count > 0 ? 1 : 0;
                if (count > 25) {
                    faults.add(line.key() + " (" + count + "): " + sentence.strip());
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat((double) words / sentences).isLessThanOrEqualTo(15);
    }

    @Test
    void keepsTitlesWithinTwentyFourCharacters() {
        assertThat(lines().filter(line -> line.key().endsWith(".title")))
                .allSatisfy(line -> assertThat(line.text()).as(line.key()).hasSizeLessThanOrEqualTo(24));
    }

    @Test
    void keepsButtonsWithinSeventyFiveCharactersAndBeginsThemWithACapital() {
        assertThat(lines().filter(line -> line.key().contains("action."))).allSatisfy(line -> {
            assertThat(line.text()).as(line.key()).hasSizeLessThanOrEqualTo(75);
            assertThat(line.text()).as(line.key()).matches("(?s)\\p{Lu}.*");
        });
    }

    @Test
    void writesTimesTheWayPeopleSayThem() {
        assertThat(lines())
                .allSatisfy(line -> assertThat(
                                TWENTY_FOUR_HOURS.matcher(line.text()).find())
                        .as(line.toString())
                        .isFalse());
    }

    @Test
    void keepsNoticesToEightWithoutSlots() {
        List<Line> notices =
                lines().filter(line -> line.key().startsWith("notice.")).toList();

        assertThat(notices).hasSize(8);
        assertThat(notices).allSatisfy(line -> assertThat(line.pattern()).doesNotContain("{"));
    }

    @Test
    void readsAtGradeEightOrBelow() {
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        for (Line line : lines().toList()) {
            for (String sentence : SENTENCE.split(line.text(), -1)) {
                if (words(sentence) > 0) {
                    sentences++;
                    for (String word : sentence.strip().split("[^\\p{L}']+", -1)) {
                        words += word.isEmpty() ? 0 : 1;
                        syllables += syllables(word);
                    }
                }
            }
        }
        double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;

        assertThat(grade).isLessThanOrEqualTo(8);
    }

    private record Line(String key, String pattern) {

        /** The text with a short name in place of each argument, without bold marks and branches. */
        String text() {
            String flat =
                    pattern.replaceAll("\\{\\w+, (select|plural),", "").replaceAll("\\b(yes|no|other|one) \\{", "");
            return ARGUMENT.matcher(flat)
                    .replaceAll("Tom Reed")
                    .replace("**", "")
                    .replaceAll("[{}]", " ");
        }
    }

    /** Every line that the bot says: not those that list what people write, to which their words are held. */
    private Stream<Line> lines() {
        return texts.keys().stream()
                .filter(key -> !key.endsWith(".words") && !key.endsWith(".alone"))
                .sorted()
                .map(key -> new Line(key, texts.pattern(Locale.ENGLISH, key)));
    }

    private static int words(String sentence) {
        return (int) Stream.of(sentence.strip().split("\\s+", -1))
                .filter(word -> word.matches(".*\\p{L}.*"))
                .count();
    }

    private static int syllables(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (lower.isEmpty()) {
            return 0;
        }
        String silent = lower.replaceAll("(?<=[^aeiouy])e$", "").replaceAll("(?<=[^td])ed$", "");
        int groups =
                (int) Pattern.compile("[aeiouy]+").matcher(silent).results().count();
        return Math.max(1, groups);
    }
}
