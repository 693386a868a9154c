package org.secondlook.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A little library of C that is put between a process and its system. */
final class NativeLibrary {

    private static final Path SOURCES = Path.of("src", "test", "c");

    private NativeLibrary() {}

    /** Compiles {@code src/test/c/<name>.c} into a folder. */
    static Path compile(String name, Path folder) {
        Path library = folder.resolve(name + ".so");
        try {
            Process gcc = new ProcessBuilder(
                            "gcc",
                            "-Wall",
                            "-Werror",
                            "-shared",
                            "-fPIC",
                            "-O2",
                            "-o",
                            library.toString(),
                            SOURCES.resolve(name + ".c").toString(),
                            "-ldl")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (gcc.waitFor() != 0) {
                throw new AssertionError("Expected gcc to compile %s.c, but it said:%n%s".formatted(name, said));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected gcc to be on the path", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
