package org.secondlook.core.protocol.yaml;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.yaml.Patch;
import tools.jackson.databind.JsonNode;

/** The schema of packs, and the packs that it is tried on. */
final class PackSchema {

    static final String SMALL = Patch.good("broken-packs/small@1.yaml");

    private static final Path FILE = Path.of("../docs/protocol-pack.schema.json");
    private static final Path PACKS = Path.of("src/main/resources/protocols");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(FILE), InputFormat.JSON);

    /** The files of the packs that come with the bot. */
    static List<Path> bundled() {
        try (Stream<Path> packs = Files.list(PACKS)) {
            return packs.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of these, and of the pack of the tests. */
    static List<String> texts() {
        return Stream.concat(bundled().stream().map(PackSchema::text), Stream.of(SMALL))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a pack, in words. */
    List<String> errors(String pack) {
        return schema.validate(pack, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    /** The keys that have no place where they stand. */
    Set<String> keysRefused(JsonNode pack) {
        return schema.validate(pack).stream()
                .filter(error -> error.getKeyword().equals("additionalProperties"))
                .map(Error::getProperty)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every key that the schema gives a place somewhere. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        everything()
                .filter(node -> node.path("properties").isObject())
                .forEach(node -> keys.addAll(node.path("properties").propertyNames()));
        return keys;
    }

    /** The words of which one must stand somewhere, if the schema lists them and something else stands there. */
    Set<String> wordsWanted(JsonNode pack) {
        return schema.validate(pack).stream()
                .filter(error -> error.getKeyword().equals("enum"))
                .flatMap(error -> error.getSchemaNode().valueStream())
                .map(word -> word.stringValue().replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every word that must stand somewhere by itself. */
    Set<String> words() {
        return everything()
                .flatMap(node -> node.path("enum").valueStream())
                .map(JsonNode::stringValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonNode> everything() {
        return below(schema.getSchemaNode());
    }

    private static Stream<JsonNode> below(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(PackSchema::below));
    }
}
