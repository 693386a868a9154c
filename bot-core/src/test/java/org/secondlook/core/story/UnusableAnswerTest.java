package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that cannot be used is asked for again, whatever a client sent. */
class UnusableAnswerTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");

    @ParameterizedTest
    @ValueSource(strings = {"in three days", "2026-13-45"})
    void whatIsNoDateIsAskedForAgain(String answer) {
        Filling concern = Ladder.concern("council", "post:social-worker").with("P-11", answer);
        asha.begins("");
        while (!asks("P-11")) {
            concern.on(asha);
        }

        concern.on(asha);

        assertThat(asha.screen().inputs())
                .filteredOn(input -> input.id().equals("P-11"))
                .allSatisfy(input -> assertThat(input.error()).isPresent());
        assertThat(asks("P-11")).isTrue();
        asha.answers("P-11", "2026-12-04");
        assertThat(asks("P-11")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-31"})
    void norDoesItSpoilWhatComesLater(String answer) {
        Filling concern = Ladder.concern("council", "post:social-worker").with("P-4.on", answer);
        asha.begins("");
        while (!asks("P-4.on")) {
            concern.on(asha);
        }

        concern.on(asha);

        assertThat(asks("P-4.on")).isTrue();
        assertThat(asha.begins("").screen().id()).isNotEmpty();
    }

    private boolean asks(String question) {
        return asha.screen().inputs().stream().anyMatch(input -> input.id().equals(question));
    }
}
