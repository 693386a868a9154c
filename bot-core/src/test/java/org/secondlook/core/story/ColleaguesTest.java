package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.secondlook.core.message.Input;

/** Whoever is asked with whom they talked it over chooses among their colleagues. */
class ColleaguesTest {

    @Test
    void somebodyWithTwoPostsIsOfferedOnce() {
        Story story = new Story(
                "bradford",
                "2026-12-01T10:00",
                directory -> directory.replace(
                        "{ person: nadia-khan, from: 2024-01-08 }", "{ person: tom-reed, from: 2024-01-08 }"));
        Story.Actor asha = story.person("asha-patel");

        asha.begins("");
        Filling filling = new Filling("2026-11-30").with("P-0", "none").with("P-2", "council");
        for (int screens = 0; screens < 3; screens++) {
            filling.on(asha);
        }

        assertThat(asha.screen().inputs())
                .filteredOn(input -> input.id().equals("P-3.who"))
                .singleElement()
                .satisfies(input -> assertThat(input.options())
                        .extracting(Input.Option::id)
                        .contains("tom-reed")
                        .doesNotHaveDuplicates());
    }
}
