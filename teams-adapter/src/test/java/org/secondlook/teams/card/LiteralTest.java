package org.secondlook.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;

/** What people type shows as they typed it, and does nothing. */
class LiteralTest {

    static List<String> injections() {
        return List.of(
                "**bold**",
                "_italic_ and *italic*",
                "[click](https://evil.example)",
                "![image](https://evil.example/x.png)",
                "<https://evil.example>",
                "# heading",
                "- item\n- item",
                "1. item\n2. item",
                "> quote",
                "`code` and ```code```",
                "~~struck~~",
                "| a | b |\n|---|---|",
                "heading\n===",
                "&lt;b&gt; &#42;&#42;",
                "<b>bold</b><script>alert(1)</script>",
                "<at>Priya Shah</at>",
                "<at id=\"1\">everyone</at> @channel",
                "${$root.token} ${if(true,'a','b')}",
                "\\*not escaped\\*",
                "\"},{\"type\":\"TextBlock\",\"text\":\"x\"",
                "javascript:alert(1)",
                "O'Neill & Sons, 50% - a_b");
    }

    @ParameterizedTest
    @MethodSource("injections")
    void standsInTextRunsUnchanged(String words) {
        JsonNode card = new Cards().draw(everywhere(words), Place.CHAT);

        List<String> runs = card.findParents("type").stream()
                .filter(node -> node.path("type").asText().equals("TextRun"))
                .map(node -> node.path("text").asText())
                .toList();
        assertThat(runs.stream().filter(words::equals)).as("shown as it is").hasSize(6);
        assertThat(CardSchema.faults(card)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("injections")
    void standsNowhereElse(String words) {
        JsonNode card = new Cards().draw(everywhere(words), Place.CHAT);

        card.findParents("type").stream()
                .filter(node -> node.path("type").asText().equals("TextBlock"))
                .forEach(block -> assertThat(block.path("text").asText()).isIn("Second Look", "A title"));
    }

    @ParameterizedTest
    @MethodSource("injections")
    void comesBackUnchangedFromAnInput(String words) {
        JsonNode card = new Cards().draw(everywhere(words), Place.DIALOG);

        assertThat(card.findValues("value").stream().map(JsonNode::asText)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    **bold**          | \\*\\*bold\\*\\*
                    a_b_c             | a\\_b\\_c
                    [x](y)            | \\[x\\](y)
                    <at>Priya</at>    | \\<at\\>Priya\\</at\\>
                    # heading         | \\# heading
                    - item            | \\- item
                    + item            | \\+ item
                    1. item           | 1\\. item
                    12) item          | 12\\) item
                    `code`            | \\`code\\`
                    a\\*b             | a\\\\\\*b
                    &lt; and & so     | \\&lt; and & so
                    Step 3, between   | Step 3, between
                    3 - 4 o'clock     | 3 - 4 o'clock
                    """)
    void isEscapedWhereMarkdownIsRead(String words, String escaped) {
        assertThat(Literal.markdown(words)).isEqualTo(escaped);
    }

    @Test
    void isNoDateForTheClientToFill() {
        assertThat(Literal.plain("{{DATE(2026-12-01T10:00:00Z,SHORT)}}")).startsWith("{\u200B{DATE");
        assertThat(Literal.plain("{{{{DATE")).doesNotContain("{{");
        assertThat(Literal.plain("{one}")).isEqualTo("{one}");
    }

    @Test
    void hidesAndTurnsNothing() {
        assertThat(Literal.plain("a\u0000b\u0007c\u202Ed\u2066e\u2028f\tg")).isEqualTo("a b c d e f g");
        assertThat(Literal.plain("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
        assertThat(Literal.plain("Siân, Zoë, \u0645\u0631\u062D\u0628\u0627, \uD83D\uDC76"))
                .isEqualTo("Siân, Zoë, \u0645\u0631\u062D\u0628\u0627, \uD83D\uDC76");
    }

    private static View everywhere(String words) {
        Action action = new Action("k", words, Action.Style.NORMAL, "t", Optional.empty());
        Input input = new Input(
                "P-7", Input.Kind.TEXT, "What?", "", true, List.of(), List.of(words), Optional.of("Enter what"));
        return new View(
                "T-0",
                "A title",
                "New: you have something to read",
                List.of(
                        new Section.Text(Words.plain(words)),
                        new Section.Quote("Asha", new SharedText(words)),
                        new Section.Facts(List.of(new Section.Fact("Reference", words))),
                        new Section.Items(List.of(Words.plain(words))),
                        new Section.Callout(Section.Tone.GOOD, Words.plain(words)),
                        new Section.Row("Reference", words, action)),
                List.of(input),
                List.of(action));
    }
}
