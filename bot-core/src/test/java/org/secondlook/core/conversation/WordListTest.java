package org.secondlook.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.message.Texts;

class WordListTest {

    private final WordList list = new WordList("bruis*; i can't cope; gun");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bruising on both arms.",
                "\u201CI can\u2019t cope\u201D",
                "i cant cope",
                "i CAN'T   cope!",
                "a gun",
                "Gün"
            })
    void findsItsPhrasesHoweverTheyAreWritten(String text) {
        assertThat(list.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "begun", "gunpowder", "I can cope", "debruised"})
    void findsNoPartOfAWord(String text) {
        assertThat(list.isIn(text)).isFalse();
    }

    @Test
    void isOneOfItsPhrasesOnlyWithNothingBeside() {
        assertThat(list.has("Gun.")).isTrue();
        assertThat(list.has("a gun")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I-3.words", "C-7.words", "C-9.words", "C-9.alone"})
    void isPublishedWordForWord(String key) throws IOException {
        assertThat(Files.readString(Path.of("../docs/words.md")))
                .contains("> " + Texts.shipped().pattern(Locale.ENGLISH, key) + "\n");
    }
}
