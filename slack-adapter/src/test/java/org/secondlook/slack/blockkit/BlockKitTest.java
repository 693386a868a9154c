package org.secondlook.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.secondlook.slack.blockkit.ViewBuilder.aView;
import static org.secondlook.slack.blockkit.ViewBuilder.action;
import static org.secondlook.slack.blockkit.ViewBuilder.input;
import static org.secondlook.slack.blockkit.ViewBuilder.options;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;

class BlockKitTest {

    @Test
    void drawsOneOfEachAsAModal() {
        Approved.verify(BlockKit.modal(ViewBuilder.everything()));
    }

    @Test
    void drawsOneOfEachAsTheHomeTab() {
        Approved.verify(BlockKit.home(ViewBuilder.everything()));
    }

    @Test
    void drawsOneOfEachAsAMessageThatCallsSomebody() {
        Approved.verify(BlockKit.message(ViewBuilder.everything(), "U0TOMREED01"));
    }

    @ParameterizedTest
    @EnumSource(Input.Kind.class)
    void showsWhatIsWrongAboveEachKindOfInput(Input.Kind kind) {
        Input faulty = new Input("P-1", kind, "Label", "", true, options(2), List.of(), Optional.of("Enter an answer"));

        List<LayoutBlock> blocks =
                BlockKit.message(aView().asking(faulty).build()).blocks();

        assertThat(json(blocks.get(1))).contains("Enter an answer");
        assertThat(blocks.get(2).getType()).isEqualTo("input");
    }

    @Test
    void beginsAMessageWithItsTitleWhereItHasNoHeadingOfItsOwn() {
        View view = aView().titled("Something went wrong")
                .with(new Section.Text(Words.plain("Not yours.")))
                .build();

        assertThat(json(BlockKit.message(view).blocks().get(0))).contains("header", "Something went wrong");
        assertThat(json(DrawnView.of(BlockKit.home(view)).getBlocks().get(0)))
                .contains("header", "Something went wrong");
    }

    @Test
    void keepsWhomAMessageCallsWhenItIsReplaced() {
        List<LayoutBlock> standing =
                BlockKit.message(ViewBuilder.everything(), "U0TOMREED01").blocks();
        View seen = aView().with(new Section.Heading("New"))
                .with(text("You have seen it."))
                .build();

        List<LayoutBlock> replaced = BlockKit.inPlaceOf(standing, seen).blocks();

        assertThat(replaced.stream().map(LayoutBlock::getType)).containsExactly("header", "rich_text", "rich_text");
        assertThat(json(replaced.get(1))).contains("U0TOMREED01");
    }

    @Test
    void namesTheInputsAnewWhereverTheButtonsAreSealedAnew() {
        View first = aView().asking(input("P-6", Input.Kind.TEXT, List.of(), List.of()))
                .acting(action("Continue", Style.SUBMIT))
                .build();
        View second = aView().asking(input("P-6", Input.Kind.TEXT, List.of(), List.of()))
                .acting(action("Continue now", Style.SUBMIT))
                .build();

        assertThat(DrawnView.of(BlockKit.modal(first)).getBlocks().get(0).getBlockId())
                .isNotEqualTo(
                        DrawnView.of(BlockKit.modal(second)).getBlocks().get(0).getBlockId());
    }

    @Nested
    class WhenSomethingIsLong {

        @ParameterizedTest
        @ValueSource(ints = {2_999, 3_000, 3_001, 9_000, 12_001})
        void splitsWordsAndLosesNone(int length) {
            String words = "A sentence that goes on. ".repeat(length / 20).substring(0, length);
            View view = aView().with(new Section.Quote("Said", new SharedText(words)))
                    .with(text(words))
                    .with(new Section.Facts(List.of(new Section.Fact("Fact", words))))
                    .with(new Section.Items(List.of(Words.plain(words), Words.plain(words))))
                    .with(new Section.Row("Row", words, action("Change", Style.NORMAL)))
                    .build();

            String all = allTexts(json(BlockKit.modal(view))).replace("Change", "");

            assertThat(all).contains("Said" + words + words, "Fact: " + words + words + words, "Row\n" + words);
        }

        @Test
        void neverSplitsACharacterInTwo() {
            String emoji = "😀".repeat(4_000);

            assertThat(Pieces.of("x" + emoji, 3_000))
                    .allSatisfy(piece -> assertThat(piece.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                            .isTrue())
                    .hasSize(3);
        }

        @Test
        void splitsAnOptionAtASensiblePlace() {
            String label = "By 5pm on Tuesday 8 December (5 working days), the longest time that your procedure allows";
            View view = choosing(new Input.Option("2026-12-08", label));

            String drawn = json(BlockKit.modal(view));

            assertThat(drawn)
                    .contains(
                            "\"text\":\"By 5pm on Tuesday 8 December (5 working days),\"",
                            "\"text\":\"the longest time that your procedure allows\"");
        }

        @Test
        void shortensAnOptionOrAButtonOnlyWhereThereIsNoRoomAtAll() {
            String label = "Somebody with a very long name and title ".repeat(5);
            View view = aView().asking(
                            input("P-1", Input.Kind.CHOICE, List.of(new Input.Option("o", label)), List.of()))
                    .acting(action("Continue", Style.SUBMIT))
                    .acting(action("Send to " + label, Style.NORMAL))
                    .build();

            assertThat(json(BlockKit.modal(view))).contains("…");
        }

        @Test
        void saysThatThereAreMoreWhereAListHasNoEnd() {
            ViewBuilder many = aView().acting(action("Raise", Style.PRIMARY));
            IntStream.range(0, 150)
                    .forEach(n -> many.with(new Section.Row("Case " + n, "due", action("Open " + n, Style.NORMAL))));

            List<LayoutBlock> blocks = DrawnView.of(BlockKit.home(many.build())).getBlocks();

            assertThat(blocks).hasSize(100);
            assertThat(json(blocks.get(99))).contains("… +53");
        }

        @Test
        void refusesASubmitButtonOfMoreThan24Characters() {
            View view = aView().with(text("x"))
                    .acting(action("Send to Priya Shah at the council", Style.SUBMIT))
                    .build();

            assertThatThrownBy(() -> BlockKit.modal(view))
                    .isInstanceOf(UndrawableViewException.class)
                    .hasMessageContaining("T-1")
                    .hasMessageContaining("submit");
        }

        @Test
        void refusesATitleOfMoreThan24Characters() {
            View view =
                    aView().titled("A title of twenty-five ch").with(text("x")).build();

            assertThatThrownBy(() -> BlockKit.modal(view)).isInstanceOf(UndrawableViewException.class);
        }
    }

    @Nested
    class WhenThereAreMany {

        @Test
        void putsMoreThanTenOptionsInAMenu() {
            assertThat(json(BlockKit.modal(choosing(options(11).toArray(Input.Option[]::new)))))
                    .contains("static_select")
                    .doesNotContain("radio_buttons");
        }

        @Test
        void putsMoreThanAHundredOptionsInGroups() {
            String drawn = json(BlockKit.modal(choosing(options(250).toArray(Input.Option[]::new))));

            assertThat(drawn.split("\"label\"", -1)).hasSize(1 + 3 + 1);
        }

        @Test
        void putsMoreThanTenBoxesInSeveralBlocksThatTogetherMayBeEmpty() {
            View view = aView().asking(input("M-4.share", Input.Kind.CHOICES, options(14), List.of("o2", "o12")))
                    .acting(action("Continue", Style.SUBMIT))
                    .build();

            List<LayoutBlock> blocks = DrawnView.of(BlockKit.modal(view)).getBlocks();

            assertThat(blocks)
                    .hasSize(2)
                    .allSatisfy(block -> assertThat(json(block)).contains("\"optional\":true"));
            assertThat(json(blocks.get(0))).contains("M-4.share~1~", "Label of M-4.share (1/2)", "Hint of M-4.share");
            assertThat(json(blocks.get(1)))
                    .contains("M-4.share~2~", "Label of M-4.share (2/2)")
                    .doesNotContain("Hint");
        }

        @Test
        void putsMoreThanTwentyFiveButtonsInSeveralRows() {
            ViewBuilder many = aView();
            IntStream.range(0, 60).forEach(n -> many.acting(action("Pick " + n, Style.NORMAL)));

            List<LayoutBlock> blocks =
                    DrawnView.of(BlockKit.modal(many.build())).getBlocks();

            assertThat(blocks.stream().map(b -> ((ActionsBlock) b).getElements().size()))
                    .containsExactly(25, 25, 10);
        }

        @Test
        void leavesOutAChoiceWithNothingToChoose() {
            View view = aView().with(text("x"))
                    .asking(input("P-3.who", Input.Kind.CHOICE, List.of(), List.of()))
                    .acting(action("Continue", Style.SUBMIT))
                    .build();

            assertThat(DrawnView.of(BlockKit.modal(view)).getBlocks()).hasSize(1);
        }
    }

    @Nested
    class WhenSomebodyTypedMarkup {

        private static final List<String> STRINGS = List.of(
                "<!channel>",
                "<!here|now>",
                "<@U0TOMREED01>",
                "<https://example.com|click>",
                "*x* _y_ ~z~ `q`",
                ":rotating_light:",
                "&lt;script&gt; &amp;",
                "\" \\ { } ${x} \u202E \u0000",
                "Siân, مرحبا, 😀");

        @Test
        void showsItAsItWasTypedAndNeverAsMarkup() {
            String all = String.join("\n", STRINGS);
            View view = aView().titled("Read")
                    .with(new Section.Quote(all, new SharedText(all)))
                    .with(text(all))
                    .with(new Section.Facts(List.of(new Section.Fact("Fact", all))))
                    .with(new Section.Row("Row", all, action("<!channel>", Style.NORMAL)))
                    .asking(input("P-6", Input.Kind.TEXT, List.of(), List.of(all)))
                    .asking(input("P-1", Input.Kind.CHOICE, List.of(new Input.Option("o", "<!channel>")), List.of()))
                    .acting(action("Continue", Style.SUBMIT))
                    .build();
            for (String drawn : List.of(
                    json(BlockKit.modal(view)),
                    json(BlockKit.home(view)),
                    BlockKit.message(view).blocksAsJson())) {
                assertThat(drawn).doesNotContain("mrkdwn").doesNotContain("\"emoji\":true");
                String texts = allTexts(drawn);
                assertThat(STRINGS)
                        .allSatisfy(string -> assertThat(texts.split(Pattern.quote(string), -1))
                                .hasSizeGreaterThanOrEqualTo(5));
            }
        }
    }

    private static Section text(String words) {
        return new Section.Text(Words.plain(words));
    }

    private static View choosing(Input.Option... options) {
        return aView().asking(input("P-1", Input.Kind.CHOICE, List.of(options), List.of(options[0].id())))
                .acting(action("Continue", Style.SUBMIT))
                .build();
    }

    static String json(Object drawn) {
        return BlockKit.GSON.toJson(drawn);
    }

    /** Every text in the order in which it stands. */
    private static String allTexts(String json) {
        List<String> texts = new ArrayList<>();
        collect(JsonParser.parseString(json), texts);
        return texts.stream().collect(Collectors.joining());
    }

    private static void collect(JsonElement element, List<String> texts) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(child -> collect(child, texts));
        } else if (element instanceof JsonObject object) {
            Stream.of("text", "initial_value")
                    .filter(name -> object.has(name) && object.get(name).isJsonPrimitive())
                    .forEach(name -> texts.add(object.get(name).getAsString()));
            object.entrySet().forEach(entry -> collect(entry.getValue(), texts));
        }
    }
}
