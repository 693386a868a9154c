package org.secondlook.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    private static final Path MANIFESTS = Path.of("../manifests");

    @ParameterizedTest
    @ValueSource(strings = {"help", " Help ", "?", "hepl"})
    void isAWordAlone(String text) {
        assertThat(Command.of(text)).contains(Command.HELP);
    }

    @Test
    void isNoSentence() {
        assertThat(Command.of("I need help with this")).isEmpty();
    }

    @Test
    void isEveryWordThatTheTeamsMenuOffers() throws IOException {
        assertThat(found("\"title\": \"([^\"]+)\"", "teams/manifest.json"))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(Command.of(word)).isPresent());
    }

    @Test
    void isEveryWordInTheHintOfTheSlackCommand() throws IOException {
        List<String> hint = found("usage_hint: \"\\[(.+)]\"", "slack/manifest.yaml");

        assertThat(hint).hasSize(1);
        assertThat(hint.get(0).split("\\|", -1))
                .allSatisfy(word -> assertThat(Command.of(word)).isPresent());
    }

    private static List<String> found(String pattern, String manifest) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(MANIFESTS.resolve(manifest)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
