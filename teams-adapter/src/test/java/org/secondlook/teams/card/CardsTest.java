package org.secondlook.teams.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;

/** Cards of made-up views: one of each kind, and the odd ones. */
class CardsTest {

    private static final Action GO_ON = action("action.continue", "Continue", Style.SUBMIT);
    private static final Action SAVE = action("action.save", "Save and finish later", Style.NORMAL);

    private final Cards cards = new Cards();

    @Nested
    class Sections {

        static List<Section> each() {
            Words words = new Words(List.of(
                    new Words.Span("An answer is needed by ", false),
                    new Words.Span("5pm today", true),
                    new Words.Span(".\n\nThank you.", false)));
            return List.of(
                    new Section.Text(words),
                    new Section.Heading("Only inside *our* agency"),
                    new Section.Quote("Asha Patel, health visitor", new SharedText("Three visits\nwere missed.")),
                    new Section.Note("Own note", new PrivateNote("Ring her first.")),
                    new Section.Facts(
                            List.of(new Section.Fact("Kept by", "The trust"), new Section.Fact("Number", "HV-1"))),
                    new Section.Items(List.of(Words.plain("Ring 999."), words)),
                    new Section.Callout(Section.Tone.GOOD, words),
                    new Section.Callout(Section.Tone.CAREFUL, words),
                    new Section.Callout(Section.Tone.URGENT, words),
                    new Section.Row(
                            "Case reference", "HV-1", action("action.change", "Change: reference", Style.NORMAL)),
                    new Section.Buttons(List.of(
                            action("typed.pick", "Yes", Style.NORMAL), action("typed.pick", "No", Style.NORMAL))));
        }

        @ParameterizedTest
        @MethodSource("each")
        void areDrawn(Section section) {
            View view = view(List.of(section), List.of(), List.of());
            JsonNode card = cards.draw(view, Place.CHAT);

            CardRules.check(view, Place.CHAT, card);
            Approved.verify(card, Approvals.NAMES.withParameters(name(section)));
        }

        private static String name(Section section) {
            String kind = section.getClass().getSimpleName();
            return section instanceof Section.Callout callout ? kind + "-" + callout.tone() : kind;
        }

        @Test
        void thatAreEmptyAreDrawnToo() {
            View view = view(
                    List.of(
                            new Section.Text(new Words(List.of())),
                            new Section.Facts(List.of(new Section.Fact("Kept by", ""))),
                            new Section.Items(List.of()),
                            new Section.Buttons(List.of())),
                    List.of(),
                    List.of());

            CardRules.check(view, Place.CHAT, cards.draw(view, Place.CHAT));
        }
    }

    @Nested
    class Inputs {

        @ParameterizedTest
        @EnumSource
        void areDrawn(Input.Kind kind) {
            View view = view(List.of(), List.of(input(kind, true, List.of(), Optional.empty())), List.of(GO_ON, SAVE));
            JsonNode card = cards.draw(view, Place.CHAT);

            CardRules.check(view, Place.CHAT, card);
            Approved.verify(card, Approvals.NAMES.withParameters(kind.name()));
        }

        @ParameterizedTest
        @EnumSource
        void showWhatWasEnteredAndWhatIsWrongWithIt(Input.Kind kind) {
            List<String> values = switch (kind) {
                case CHOICE, SEARCH -> List.of("two");
                case CHOICES -> List.of("one", "two");
                case LINE, TEXT -> List.of("a, b");
                case DATE -> List.of("2026-12-04");
                case TIME -> List.of("10:05");
            };
            Input input = input(kind, true, values, Optional.of("Choose the agency"));
            View view = view(List.of(), List.of(input), List.of(GO_ON, SAVE));
            JsonNode card = cards.draw(view, Place.DIALOG);

            CardRules.check(view, Place.DIALOG, card);
            Approved.verify(card, Approvals.NAMES.withParameters(kind.name()));
        }

        @Test
        void foldChoicesThatAreManyIntoAList() {
            List<Input.Option> options = IntStream.rangeClosed(1, 7)
                    .mapToObj(n -> new Input.Option("o" + n, "Option *" + n + "*"))
                    .toList();
            JsonNode six = choiceSet(options.subList(0, 6));
            JsonNode seven = choiceSet(options);

            assertThat(six.path("style").asText()).isEqualTo("expanded");
            assertThat(six.at("/choices/0/title").asText()).isEqualTo("Option \\*1\\*");
            assertThat(seven.path("style").asText()).isEqualTo("compact");
            assertThat(seven.at("/choices/0/title").asText()).isEqualTo("Option *1*");
        }

        @Test
        void areRequiredByTheClientOnlyIfNothingElseCanBePressed() {
            Input required = input(Input.Kind.TEXT, true, List.of(), Optional.empty());
            Input optional = input(Input.Kind.TEXT, false, List.of(), Optional.empty());

            assertThat(drawn(required, GO_ON).path("isRequired").asBoolean()).isTrue();
            assertThat(drawn(required, GO_ON).path("errorMessage").asText()).isNotEmpty();
            assertThat(drawn(required, GO_ON, SAVE).has("isRequired")).isFalse();
            assertThat(drawn(optional, GO_ON).has("isRequired")).isFalse();
        }

        @Test
        void neverCutWhatWasTypedBefore() {
            Input typed = input(Input.Kind.TEXT, true, List.of("x".repeat(9_000)), Optional.empty());

            assertThat(drawn(typed, GO_ON).path("maxLength").asInt()).isEqualTo(9_000);
            assertThat(drawn(typed, GO_ON).path("value").asText()).hasSize(9_000);
        }

        @Test
        void haveNoChoicesThatCannotBeToldApart() {
            Input input = new Input(
                    "P-8",
                    Input.Kind.CHOICES,
                    "Which?",
                    "",
                    true,
                    List.of(new Input.Option("a,b", "A")),
                    List.of(),
                    Optional.empty());

            assertThatExceptionOfType(UnfitViewException.class).isThrownBy(() -> drawn(input, GO_ON));
        }

        private JsonNode choiceSet(List<Input.Option> options) {
            return drawn(
                    new Input("P-1", Input.Kind.CHOICE, "Which?", "", true, options, List.of(), Optional.empty()),
                    GO_ON);
        }

        private JsonNode drawn(Input input, Action... actions) {
            JsonNode card = cards.draw(view(List.of(), List.of(input), List.of(actions)), Place.DIALOG);
            return card.at("/body/0");
        }

        private Input input(Input.Kind kind, boolean required, List<String> values, Optional<String> error) {
            boolean chosen = List.of(Input.Kind.CHOICE, Input.Kind.CHOICES, Input.Kind.SEARCH)
                    .contains(kind);
            List<Input.Option> options =
                    chosen ? List.of(new Input.Option("one", "One"), new Input.Option("two", "Two [2](x)")) : List.of();
            return new Input("P-2", kind, "Which agency?", "As it is called.", required, options, values, error);
        }
    }

    @Nested
    class Buttons {

        private final List<Action> everyStyle = List.of(
                GO_ON,
                action("R-1.action.read", "Read it", Style.PRIMARY),
                SAVE,
                action("P-d.action.delete", "Delete", Style.DANGER));

        @ParameterizedTest
        @EnumSource
        void sendWhatTheirPlaceTakes(Place place) {
            View view = view(List.of(), List.of(), everyStyle);
            JsonNode card = cards.draw(view, place);

            CardRules.check(view, place, card);
            Approved.verify(card, Approvals.NAMES.withParameters(place.name()));
        }

        @Test
        void askFirstWhereAPressCannotBeTakenBack() {
            Action.Confirm confirm = new Action.Confirm("Delete it?", "It is gone then.", "Delete", "Keep it");
            Action delete = new Action("P-d", "Delete this draft", Style.DANGER, "sealed", Optional.of(confirm));
            View view = view(
                    List.of(new Section.Row("Draft", "Of today", delete)), List.of(), List.of(GO_ON, delete, SAVE));
            JsonNode card = cards.draw(view, Place.CHAT);

            CardRules.check(view, Place.CHAT, card);
            Approved.verify(card, new Options());
        }

        @Test
        void standInRowsOfSix() {
            List<Action> many = IntStream.rangeClosed(1, 14)
                    .mapToObj(n -> action("typed.pick", "Option " + n, Style.NORMAL))
                    .toList();
            View view = view(List.of(), List.of(), many);
            JsonNode card = cards.draw(view, Place.CHAT);

            CardRules.check(view, Place.CHAT, card);
            assertThat(card.findValues("actions").stream().map(JsonNode::size)).containsExactly(6, 6, 2);
        }
    }

    @Nested
    class Limits {

        @Test
        void aCardThatIsTooLargeIsABugOfTheViewAndNamesIt() {
            View view = view(List.of(quote("x".repeat(28 * 1024))), List.of(), List.of());

            assertThatExceptionOfType(UnfitViewException.class)
                    .isThrownBy(() -> cards.draw(view, Place.CHAT))
                    .withMessageContaining("T-0")
                    .withMessageNotContaining("xxx");
        }

        @Test
        void bytesAreCountedNotCharacters() {
            View view = view(List.of(quote("\u0420".repeat(14 * 1024))), List.of(), List.of());

            assertThatExceptionOfType(UnfitViewException.class).isThrownBy(() -> cards.draw(view, Place.CHAT));
        }

        @Test
        void aCardThatWouldBeTooLargeDoesWithoutFallbacks() {
            List<Section> rows = IntStream.rangeClosed(1, 30)
                    .<Section>mapToObj(n -> new Section.Row(
                            "Question " + n, "Answer", action("action.change", "Change: question " + n, Style.NORMAL)))
                    .toList();
            View small = view(rows.subList(0, 10), List.of(), List.of());
            View large = view(rows, List.of(), List.of());

            CardRules.check(large, Place.CHAT, cards.draw(large, Place.CHAT));
            assertThat(cards.draw(small, Place.CHAT).findValues("fallback")).hasSize(10);
            assertThat(cards.draw(large, Place.CHAT).findValues("fallback")).isEmpty();
        }

        static List<View> personal() {
            Action open = action("H.action.open", "Open", Style.NORMAL);
            Input input = new Input("P-7", Input.Kind.TEXT, "What?", "", true, List.of(), List.of(), Optional.empty());
            return List.of(
                    view(List.of(quote("Weight has fallen.")), List.of(), List.of()),
                    view(List.of(new Section.Note("Own note", new PrivateNote("Ring her."))), List.of(), List.of()),
                    view(List.of(new Section.Facts(List.of(new Section.Fact("a", "b")))), List.of(), List.of()),
                    view(List.of(new Section.Row("a", "b", open)), List.of(), List.of()),
                    view(List.of(), List.of(input), List.of(GO_ON)));
        }

        @ParameterizedTest
        @MethodSource("personal")
        void nobodysWordsStandInAChannel(View view) {
            assertThatExceptionOfType(UnfitViewException.class)
                    .isThrownBy(() -> cards.draw(view, Place.CHANNEL))
                    .withMessageContaining("T-0");
        }
    }

    private static Section quote(String words) {
        return new Section.Quote("Asha Patel", new SharedText(words));
    }

    private static Action action(String key, String label, Style style) {
        return new Action(key, label, style, "sealed-".repeat(40) + label, Optional.empty());
    }

    private static View view(List<Section> sections, List<Input> inputs, List<Action> actions) {
        return new View("T-0", "A title", "New: you have something to read", sections, inputs, actions);
    }
}
