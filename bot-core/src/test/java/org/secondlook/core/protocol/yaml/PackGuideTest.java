package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.Wording;
import org.secondlook.core.outline.ProtocolOutline;
import org.secondlook.core.protocol.CaseFact;
import org.secondlook.core.protocol.CommonQuestion;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Warning;

/** What docs/protocol-packs.md shows is what the bot does, and it leaves no word out. */
class PackGuideTest {

    private static final String FILE = "northshire@1.yaml";
    private static final Pattern PIECE = Pattern.compile("### Piece \\d[^#]*?```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SAID = Pattern.compile("```text\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    private final String guide = PackSchema.text(Path.of("../docs/protocol-packs.md"));
    private final String example =
            PIECE.matcher(guide).results().map(piece -> piece.group(1)).collect(Collectors.joining());
    private final PackSchema schema = new PackSchema();

    @Test
    void buildsASoundPackPieceByPiece() {
        assertThat(PackReader.read(FILE, example).warnings())
                .extracting(Warning::sentence)
                .containsExactly("'contacts.out-of-hours.phone' is still to fill. Find it out before live use.");
        assertThat(schema.errors(example)).isEmpty();
    }

    @Test
    void showsWhatIsSaidOfASoundPack() {
        Protocol protocol = PackReader.read(FILE, example).protocol();
        List<String> said = new ProtocolOutline(new Wording(Texts.shipped(), Locale.ENGLISH), protocol).lines();
        List<String> shown = SAID.matcher(guide)
                .results()
                .flatMap(found -> found.group(1).lines())
                .toList();

        assertThat(said.subList(0, shown.size())).isEqualTo(shown);
    }

    @Test
    void showsWhatIsSaidOfABrokenOne() {
        String broken = example.replace("2 working days after told", "2 days after told")
                .replace("limit: step", "limit: stap");

        FaultyFileException refusal =
                catchThrowableOfType(FaultyFileException.class, () -> PackReader.read(FILE, broken));

        assertThat(refusal.faults()).hasSize(2);
        assertThat(refusal.faults()).allSatisfy(fault -> assertThat(guide).contains(fault.toString()));
    }

    @Test
    void explainsEveryKeyAndEveryWord() {
        Set<String> words = new TreeSet<>(schema.keys());
        schema.words().forEach(word -> words.add(word.replace(' ', '-')));
        words.addAll(ClockGrammar.moments());
        words.addAll(Spelling.all(CaseFact.class));
        words.addAll(Spelling.all(CommonQuestion.class));

        words.removeAll(explained());

        assertThat(words).isEmpty();
    }

    /** The words that stand in the guide as code, by themselves or beside others. */
    private Set<String> explained() {
        Set<String> explained = new TreeSet<>();
        CODE.matcher(guide).results().map(found -> found.group(1)).forEach(code -> {
            explained.add(code.replaceFirst("^[a-z-]+: ", "").replace(' ', '-'));
            explained.addAll(List.of(code.split("[^a-z-]+", -1)));
        });
        return explained;
    }
}
