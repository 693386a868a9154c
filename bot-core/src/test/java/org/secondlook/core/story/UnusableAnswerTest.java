package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.secondlook.core.message.Input;

/** An answer that cannot be used is asked for again, whatever a client sent. */
class UnusableAnswerTest {

    private final Story story = new Story("bradford", "2026-12-01T10:00");
    private final Story.Actor asha = story.person("asha-patel");

    @Test
    void whatIsNoDateIsAskedForAgain() {
        Filling concern = Ladder.concern("council", "post:social-worker").with("P-11", "in three days");
        asha.begins("");
        while (!asks("P-11")) {
            concern.on(asha);
        }

        concern.on(asha);

        assertThat(asha.screen().inputs())
                .filteredOn(input -> input.id().equals("P-11"))
                .first()
                .extracting(Input::error)
                .asString()
                .contains("Optional[");
        asha.answers("P-11", "2026-12-04");
        assertThat(asks("P-11")).isFalse();
    }

    private boolean asks(String question) {
        return asha.screen().inputs().stream().anyMatch(input -> input.id().equals(question));
    }
}
