package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.yaml.Patch;
import tools.jackson.databind.JsonNode;

/** The schema that editors use knows the same format as the reader. */
class PackSchemaTest {

    private static final Path SCHEMA = Path.of("../docs/protocol-pack.schema.json");
    private static final Path PACKS = Path.of("src/main/resources/protocols");
    private static final String SMALL = Patch.good("broken-packs/small@1.yaml");

    /** Keys that no pack here uses. */
    private static final Set<String> UNUSED_HERE = Set.of("texts", "partner-is-party");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(SCHEMA), InputFormat.JSON);

    static List<Path> packs() throws IOException {
        try (Stream<Path> packs = Files.list(PACKS)) {
            return packs.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void acceptsEveryPackThatComesWithTheBot(Path pack) {
        assertThat(errors(text(pack))).isEmpty();
    }

    @Test
    void acceptsTheSmallPackOfTheTests() {
        assertThat(errors(SMALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "missing-partnership",
                "missing-when-late",
                "track-missing-ladder",
                "contact-for-danger-missing",
                "wrong-nation",
                "bad-month",
                "bad-time",
                "version-zero",
                "clock-unknown-unit",
                "clock-vague-days",
                "clock-agreed-alone",
                "clock-child-without-comma",
                "clock-local-in-the-middle",
                "duty-unknown-act",
                "duty-bots-own-act",
                "late-unknown",
                "level-misspelt",
                "outcome-half-a-condition",
                "outcome-unknown-flag",
                "stage-enter-misspelt",
                "track-open-to-somebody-else",
                "who-partnership-level",
                "yaml-text-for-list"
            })
    void refusesWhatAnEditorCanSee(String broken) {
        Patch patch = Patch.all("broken-packs").stream()
                .filter(p -> p.name().equals(broken))
                .findFirst()
                .orElseThrow();

        assertThat(errors(patch.applyTo(SMALL))).isNotEmpty();
    }

    /** The packs pass the reader, which refuses keys it does not know; so a key of the schema that they use is known. */
    @Test
    void hasNoKeyThatTheReaderDoesNotKnow() throws IOException {
        Set<String> unused = new TreeSet<>(keys(schema.getSchemaNode()));
        Stream.concat(packs().stream().map(PackSchemaTest::text), Stream.of(SMALL))
                .forEach(pack -> unused.removeIf(key -> pack.matches("(?s).*(^|[\\s{])" + key + ":.*")));

        assertThat(unused).isEqualTo(new TreeSet<>(UNUSED_HERE));
    }

    private List<String> errors(String pack) {
        return schema.validate(pack, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        if (node.path("properties").isObject()) {
            keys.addAll(node.path("properties").propertyNames());
        }
        node.forEach(child -> keys.addAll(keys(child)));
        return keys;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
