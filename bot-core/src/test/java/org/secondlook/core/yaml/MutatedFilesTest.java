package org.secondlook.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.calendar.yaml.HolidaysReader;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.protocol.yaml.PackReader;

/** Files damaged at random are read or refused; nothing else happens, and no reader hangs. */
class MutatedFilesTest {

    private static final int ROUNDS = 400;
    /** Longer than any machine takes, however busy: only a reader that hangs is caught. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final String PUNCTUATION = "{}[]:,-'\"#&*!|>%@`?~ \n";

    static Stream<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of(
                "src/main/resources/protocols",
                "src/test/resources/broken-packs",
                "src/test/resources/broken-directories",
                "src/test/resources/broken-holidays")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
            }
        }
        return files.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsOrRefusesWhateverComes(Path file) throws IOException {
        String good = Files.readString(file);
        String name = String.valueOf(file.getFileName());
        Consumer<String> reader = reader(file, name);
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutated(good, random);
            long started = System.nanoTime();
            refused += refuses(reader, text) ? 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("time to read %s in round %d", name, round)
                    .isLessThan(LONG);
        }
        assertThat(refused).as("refused versions of %s", name).isGreaterThan(ROUNDS / 4);
    }

    private static Consumer<String> reader(Path file, String name) {
        if (file.toString().contains("directories")) {
            return text -> DirectoryReader.read(name, text);
        }
        return file.toString().contains("holidays")
                ? text -> HolidaysReader.read(name, text)
                : text -> PackReader.read(name, text);
    }

    /** Anything but a refusal fails the test as it is. */
    private static boolean refuses(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return false;
        } catch (FaultyFileException e) {
            assertThat(e.faults()).isNotEmpty();
            return true;
        }
    }

    private static String mutated(String good, Random random) {
        String text = good;
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            text = switch (random.nextInt(7)) {
                case 0 -> text.substring(0, random.nextInt(text.length() + 1));
                case 1 -> changeLines(text, lines -> lines.remove(random.nextInt(lines.size())));
                case 2 ->
                    changeLines(
                            text,
                            lines -> Collections.swap(
                                    lines, random.nextInt(lines.size()), random.nextInt(lines.size())));
                case 3 ->
                    changeLines(
                            text,
                            lines -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size()))));
                case 4 -> replaceAt(text, random, String.valueOf((char) (' ' + random.nextInt(95))));
                case 5 ->
                    replaceAt(text, random, String.valueOf(PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length()))));
                default -> replaceAt(text, random, "");
            };
        }
        return text;
    }

    private static String changeLines(String text, Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!lines.isEmpty()) {
            change.accept(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String replaceAt(String text, Random random, String with) {
        if (text.isEmpty()) {
            return with;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + with + text.substring(at + 1);
    }
}
