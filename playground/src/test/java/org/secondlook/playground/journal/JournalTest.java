package org.secondlook.playground.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void rememberAcrossRestarts() {
        String file = folder.resolve("new/playground.json").toString();
        Journal before = Journal.at(file);
        before.put("a/2", "two");
        before.put("a/1", "one");
        before.put("b", 3L);
        before.put("c", "gone");
        before.remove("c");
        before.close();

        Journal after = Journal.at(file);
        assertThat(after.under("a/", String.class)).containsExactly("one", "two");
        assertThat(after.get("b", Long.class)).contains(3L);
        assertThat(after.get("c", String.class)).isEmpty();
        after.close();
    }

    @Test
    void keepsNothingWithoutAFile() {
        Journal journal = Journal.at("");
        journal.put("a", "one");
        journal.close();

        assertThat(folder).isEmptyDirectory();
        assertThat(journal.get("a", String.class)).contains("one");
    }
}
