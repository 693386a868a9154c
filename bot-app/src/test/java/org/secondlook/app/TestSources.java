package org.secondlook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules as their source text tells of them. Relies on the format that the build enforces. */
final class TestSources {

    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b.*");
    private static final Pattern DISABLED = Pattern.compile("@Disabled\\w*\\b.*");
    private static final Pattern TYPE = Pattern.compile("(\\w+ )*(class|interface|record|enum) \\w+.*");

    /** The lines of each file, by the simple name of its class. Modules may use a name twice. */
    private final Map<String, List<List<String>>> files;

    TestSources(Map<String, List<List<String>>> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads those of every module below a folder. */
    static TestSources under(Path root) throws IOException {
        Map<String, List<List<String>>> files = new HashMap<>();
        for (Path module : list(root)) {
            Path tests = module.resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                for (Path file : javaFiles(tests)) {
                    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
                    files.computeIfAbsent(name, n -> new ArrayList<>()).add(Files.readAllLines(file));
                }
            }
        }
        return new TestSources(files);
    }

    /** Why this method does not run as a test; nothing if it does. */
    Optional<String> whyNotRun(String className, String method) {
        List<List<String>> found = files.getOrDefault(className, List.of());
        if (found.isEmpty()) {
            return Optional.of("which does not exist");
        }
        List<Optional<String>> reasons =
                found.stream().map(lines -> whyNotRun(lines, method)).toList();
        return reasons.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : reasons.get(0);
    }

    private static Optional<String> whyNotRun(List<String> lines, String method) {
        Pattern declaration = Pattern.compile("(public |protected )?void " + Pattern.quote(method) + "\\(.*");
        for (int at = 0; at < lines.size(); at++) {
            if (declaration.matcher(lines.get(at).strip()).matches()) {
                return whyNotRun(lines, at);
            }
        }
        return Optional.of("which has no such method");
    }

    private static Optional<String> whyNotRun(List<String> lines, int method) {
        if (annotations(lines, method).noneMatch(line -> TEST.matcher(line).matches())) {
            return Optional.of("which is no test");
        }
        if (isDisabled(lines, method)) {
            return Optional.of("which is disabled");
        }
        return Optional.empty();
    }

    /** Whether a declaration, or a type around it, is disabled. */
    private static boolean isDisabled(List<String> lines, int declaration) {
        return annotations(lines, declaration)
                        .anyMatch(line -> DISABLED.matcher(line).matches())
                || around(lines, declaration)
                        .filter(type -> isDisabled(lines, type))
                        .isPresent();
    }

    /** The lines right above a declaration, up to an empty line or the type around it. */
    private static Stream<String> annotations(List<String> lines, int declaration) {
        List<String> above = new ArrayList<>();
        for (int at = declaration - 1; at >= 0; at--) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || TYPE.matcher(line).matches()) {
                break;
            }
            above.add(line);
        }
        return above.stream();
    }

    /** The nearest type declared further left. */
    private static Optional<Integer> around(List<String> lines, int declaration) {
        for (int at = declaration - 1; at >= 0; at--) {
            if (TYPE.matcher(lines.get(at).strip()).matches()
                    && indent(lines.get(at)) < indent(lines.get(declaration))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
