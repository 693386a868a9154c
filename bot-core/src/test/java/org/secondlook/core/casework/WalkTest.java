package org.secondlook.core.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way that a pack describes is gone by somebody, and every way ends with nothing owed. */
class WalkTest {

    @ParameterizedTest
    @CsvSource({
        "bradford, northshire",
        "northumberland, moorland",
        "pscp, tamarside",
        "pan-sussex, downshire",
        "kirklees, colnevale"
    })
    void everyTransitionOfThePackIsWalked(String pack, String directory) {
        Walk walk = new Walk(pack, directory);
        Set<String> wanted = Transitions.of(walk.protocol());

        walk.everything();

        Set<String> notVisited = new TreeSet<>(wanted);
        notVisited.removeAll(walk.visited());
        assertThat(notVisited).as("transitions that nobody walked").isEmpty();
        assertThat(wanted).as("transitions that the pack does not describe").containsAll(walk.visited());
        assertThat(wanted).hasSizeGreaterThan(10);
    }
}
