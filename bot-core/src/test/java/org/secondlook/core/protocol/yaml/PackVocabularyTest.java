package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Spelling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The schema, which editors use, and the reader know the same keys and the same words. */
class PackVocabularyTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NONSENSE = "no-such-word";
    private static final Pattern NO_USE_FOR = Pattern.compile("has no use for '([^']+)'");
    private static final Pattern CANNOT_BE = Pattern.compile("cannot be '" + NONSENSE + "'\\..* Use (.+)\\.");
    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    /** Keys that no pack here uses; their tables are like others that are used. */
    private static final Set<String> UNUSED_HERE = Set.of("texts", "partner-is-party");

    private static final Path READER = Path.of("src/main/java/org/secondlook/core/protocol/yaml");

    /** Words that the reader takes only in company: an answer is told with its question. */
    private static final Map<String, Set<String>> NOT_ALONE = Map.of("of", Set.of("answered"));

    /** Where the schema says more than a list of words can, or the reader looks again later. */
    private static final Set<String> FREER = Set.of("when", "unless", "each", "sets");

    private final PackSchema schema = new PackSchema();

    @Test
    void everyKeyOfTheSchemaIsTriedHere() {
        Set<String> unused = new TreeSet<>(schema.keys());
        PackSchema.texts().forEach(pack -> unused.removeIf(key -> pack.matches("(?s).*(^|[\\s{])" + key + ":.*")));

        assertThat(unused).isEqualTo(new TreeSet<>(UNUSED_HERE));
    }

    /** Puts every word that may be a key into each kind of table: both must refuse the same ones. */
    @Test
    void bothTakeTheSameKeysInEachTable() {
        Set<String> words = wordsOfTheReader();
        words.addAll(schema.keys());
        Collection<Place> tables = places(JsonNode::isObject);

        assertThat(tables.size()).isGreaterThan(30);
        for (Place table : tables) {
            Set<String> refused = schema.keysRefused(table.withKeys(words));
            assertThat(keysRefused(table.withKeys(refused))).as(table.path()).isEqualTo(refused);
            for (Set<String> taken : taken(words, refused)) {
                assertThat(keysRefused(table.withKeys(taken))).as(table.path()).isEmpty();
            }
        }
    }

    /** One by one, as one key may change what the others mean; all at once where a table takes any name. */
    private static Collection<Set<String>> taken(Set<String> words, Set<String> refused) {
        return refused.isEmpty()
                ? Set.of(words)
                : words.stream()
                        .filter(word -> !refused.contains(word))
                        .map(Set::of)
                        .toList();
    }

    /** Puts nonsense in the place of each text: where one of some words must stand, both must want the same. */
    @Test
    void bothWantTheSameWordsInEachPlace() {
        Set<String> choices = new TreeSet<>();
        for (Place place : places(JsonNode::isString)) {
            JsonNode pack = place.with(NONSENSE);
            Set<String> wanted = wordsWanted(pack);
            String key = place.key();
            if (!wanted.isEmpty() && !FREER.contains(key)) {
                choices.add(key);
                wanted.removeAll(NOT_ALONE.getOrDefault(key, Set.of()));
                assertThat(schema.wordsWanted(pack)).as(place.path()).isEqualTo(wanted);
            }
        }
        assertThat(choices).contains("nation", "does", "level", "of", "see", "when-late", "kind", "every", "show");
    }

    /** Every word in quotes, and the words of the closed lists that are keys. */
    private static Set<String> wordsOfTheReader() {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> sources = Files.list(READER)) {
            sources.map(PackSchema::text)
                    .flatMap(source -> WORD.matcher(source).results())
                    .forEach(found -> words.add(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        words.addAll(Spelling.all(Level.class));
        words.addAll(Spelling.all(Sector.class));
        words.addAll(Spelling.all(Flag.class));
        return words;
    }

    /** One place of each kind: names that a pack gives itself, and numbers in a list, make no difference. */
    private Collection<Place> places(Predicate<JsonNode> wanted) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String text : PackSchema.texts()) {
            collect(YAML.readTree(text), "", (path, node) -> {
                if (wanted.test(node)) {
                    places.putIfAbsent(kind(path), new Place(text, path));
                }
            });
        }
        return places.values();
    }

    private String kind(String path) {
        return Stream.of(path.split("/", -1)).filter(schema.keys()::contains).collect(Collectors.joining("/"));
    }

    private static void collect(JsonNode node, String path, BiConsumer<String, JsonNode> into) {
        into.accept(path, node);
        node.propertyStream().forEach(each -> collect(each.getValue(), path + "/" + each.getKey(), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), path + "/" + i, into);
        }
    }

    private static Set<String> keysRefused(JsonNode pack) {
        return found(pack, NO_USE_FOR).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> wordsWanted(JsonNode pack) {
        return found(pack, CANNOT_BE)
                .flatMap(words -> Stream.of(words.split(", | or ", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> found(JsonNode pack, Pattern pattern) {
        return faults(pack).stream()
                .flatMap(fault -> pattern.matcher(fault.sentence()).results())
                .map(found -> found.group(1));
    }

    private static List<Fault> faults(JsonNode pack) {
        try {
            PackReader.read("any.yaml", pack.toPrettyString());
            return List.of();
        } catch (FaultyFileException e) {
            return e.faults();
        }
    }

    /** Where in the text of a pack something stands. */
    private record Place(String text, String path) {

        JsonNode pack() {
            return YAML.readTree(text);
        }

        /** The pack with more keys in this table. */
        JsonNode withKeys(Set<String> keys) {
            JsonNode pack = pack();
            ObjectNode table = (ObjectNode) pack.at(path);
            keys.stream().filter(key -> !table.has(key)).forEach(key -> table.put(key, "x"));
            return pack;
        }

        /** The pack with other words in this place. */
        JsonNode with(String words) {
            JsonNode pack = pack();
            int last = path.lastIndexOf('/');
            JsonNode parent = pack.at(path.substring(0, last));
            String name = path.substring(last + 1);
            if (parent instanceof ArrayNode list) {
                list.set(Integer.parseInt(name), StringNode.valueOf(words));
            } else {
                ((ObjectNode) parent).put(name, words);
            }
            return pack;
        }

        /** The key of this text, or of the list that it stands in. */
        String key() {
            return Stream.of(path.split("/", -1))
                    .filter(part -> !part.matches("[0-9]+"))
                    .reduce("", (before, last) -> last);
        }
    }
}
