package org.secondlook.core.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small difference from a good file: the first line says what is wrong, then come blocks of lines that stay, go
 * (-) or are new (+).
 */
public record Patch(String name, String why, List<List<String>> blocks) {

    /** Every patch of a folder of test resources, by name. */
    public static List<Patch> all(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(file -> file.toString().endsWith(".diff"))
                    .sorted()
                    .map(Patch::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a good file of test resources. */
    public static String good(String file) {
        return text(path(file));
    }

    public String applyTo(String good) {
        String text = "\n" + good;
        for (List<String> block : blocks) {
            String before = "\n" + lines(block, '+');
            if (!text.contains(before) || text.indexOf(before) != text.lastIndexOf(before)) {
                throw new IllegalArgumentException("Expected these lines of %s once:%s".formatted(name, before));
            }
            text = text.replace(before, "\n" + lines(block, '-'));
        }
        return text.substring(1);
    }

    /** What it changes, as it is written. */
    public String changes() {
        return String.join("\n", blocks.stream().flatMap(List::stream).toList());
    }

    private static Patch read(Path file) {
        List<String> lines = text(file).lines().toList();
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            if (line.isEmpty()) {
                blocks.add(new ArrayList<>());
            } else {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        blocks.removeIf(List::isEmpty);
        String name = file.getFileName().toString().replace(".diff", "");
        return new Patch(name, lines.get(0), blocks);
    }

    private static String lines(List<String> block, char without) {
        return block.stream()
                .filter(line -> line.charAt(0) != without)
                .map(line -> line.substring(1) + "\n")
                .reduce("", String::concat);
    }

    private static Path path(String resource) {
        return Path.of("src/test/resources").resolve(resource);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
