package org.secondlook.teams.card;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.message.View;

/** The cards of a whole case as the core draws it. */
class RealScreensTest {

    private static final Map<String, View> SCREENS = RealScreens.all();

    /** Letters that go to the channel of a team. */
    private static final Set<String> IN_CHANNEL = Set.of("V-1");

    private static final Path APPROVED = Path.of("src/test/java/org/secondlook/teams/card/approved");

    private final Cards cards = new Cards();

    static Set<String> ids() {
        return SCREENS.keySet();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isDrawnAsApproved(String id) {
        Place place = IN_CHANNEL.contains(id) ? Place.CHANNEL : Place.CHAT;
        JsonNode card = cards.draw(screen(id), place);

        Approved.verify(card, Approvals.NAMES.withParameters(id));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAT", "DIALOG"})
    void keepsTheRulesOfCards(Place place) {
        SCREENS.values().forEach(view -> CardRules.check(view, place, cards.draw(view, place)));
    }

    @Test
    void hasNoApprovedCardThatIsNoLongerDrawn() throws IOException {
        Set<String> drawn = ids().stream()
                .map("RealScreensTest.isDrawnAsApproved.%s.approved.json"::formatted)
                .collect(toSet());
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("RealScreensTest.isDrawnAsApproved.")))
                    .isSubsetOf(drawn);
        }
    }

    @Test
    void isDrawnForADialog() {
        Approved.verify(cards.draw(screen("P-5"), Place.DIALOG), new Options());
    }

    @Test
    void goesThroughTheMainDialogue() {
        assertThat(ids()).contains("P-0", "P-13", "R-1", "M-1", "M-2q", "M-2", "V-1", "V-2", "Z-3i", "Z-9", "H", "H-1");
    }

    @Test
    void hasNoWordOfACaseInItsNotices() {
        assertThat(SCREENS.values())
                .allSatisfy(view -> assertThat(view.notice())
                        .isIn(
                                "New: you have something to read",
                                "Urgent: open now",
                                "A date is near",
                                "Something is due today",
                                "A date has passed",
                                "An answer has come",
                                "A message could not be delivered",
                                "Your list for today"));
    }

    private static View screen(String id) {
        return Objects.requireNonNull(SCREENS.get(id));
    }
}
