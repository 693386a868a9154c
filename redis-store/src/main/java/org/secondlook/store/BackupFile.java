package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup as it stands in its file: a first line that names the format, its version and when it was made, a line for each
 * key that was kept, and a last line with their number and the SHA-256 of everything before it. Each line between is sealed
 * under the key file for its place, and the last holds the checksum sealed: nothing can be changed, left out or put in.
 */
final class BackupFile {

    private static final JsonMapper JSON = StoredJson.MAPPER;
    private static final String FORMAT = "second-look-backup";
    private static final String VERSION = "1";
    private static final String END = "end";

    private final Path file;
    private final Seals seals;

    BackupFile(Path file, Seals seals) {
        this.file = file.toAbsolutePath();
        this.seals = seals;
    }

    /** What a key holds. */
    enum Kind {
        STRING,
        LIST,
        /** Fields and values by turns. */
        HASH
    }

    /**
     * A key that was kept.
     *
     * @param millis for how long it is kept; 0 for good
     */
    record Kept(String key, Kind kind, List<byte[]> values, long millis) {}

    /** What tells a file what stands in it. */
    interface Content {
        void tell(Consumer<Kept> each);
    }

    /** Writes the file, which must not be there. */
    void write(Instant made, Content content) {
        try {
            new PrivateFile(file).write(out -> {
                Lines lines = new Lines(out);
                lines.add(FORMAT + " " + VERSION + " " + made);
                content.tell(kept -> lines.add(seals.seal(JSON.writeValueAsBytes(kept), place(made, lines.count))));
                String checksum = lines.checksum();
                lines.add(String.join(
                        " ",
                        END,
                        String.valueOf(lines.count),
                        checksum,
                        seals.seal(checksum.getBytes(UTF_8), place(made, END))));
            });
        } catch (FileAlreadyExistsException e) {
            throw new StoreSetupException(
                    "Expected no file at %s, but there is one. It is left as it is.".formatted(file), e);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreSetupException(
                    "Expected to write a backup to %s: %s"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /**
     * Reads the file to its end.
     *
     * @param each is told what stands in it, before it is known that the rest is whole
     * @return when it was made
     */
    Instant read(Consumer<Kept> each) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Lines lines = new Lines(OutputStream.nullOutputStream());
            Instant made = made(reader.readLine());
            lines.add(FORMAT + " " + VERSION + " " + made);
            for (String line = next(reader); ; line = next(reader)) {
                if (line.startsWith(END + " ")) {
                    requireEnd(line, made, lines);
                    require(reader.readLine() == null, "it goes on behind its end");
                    return made;
                }
                each.accept(kept(line, made, lines.count));
                lines.add(line);
            }
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Expected to read a backup at %s: %s"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }

    private String next(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        require(line != null, "it breaks off");
        return Objects.requireNonNull(line);
    }

    private Instant made(@Nullable String header) {
        String[] parts = Optional.ofNullable(header).orElse("").split(" ", -1);
        require(parts.length == 3 && parts[0].equals(FORMAT), "it does not begin as one");
        require(
                parts[1].equals(VERSION),
                "it is of version %s, and this application reads %s".formatted(parts[1], VERSION));
        try {
            return Instant.parse(parts[2]);
        } catch (DateTimeException e) {
            throw faulty("it does not say when it was made");
        }
    }

    private Kept kept(String line, Instant made, int number) {
        byte[] plain = seals.open(line, place(made, number))
                .orElseThrow(
                        () -> faulty("line %d was changed, or is sealed under another key file".formatted(number + 1)));
        try {
            return JSON.readValue(plain, Kept.class);
        } catch (JacksonException e) {
            throw faulty("line %d does not read as it was written".formatted(number + 1));
        }
    }

    private void requireEnd(String line, Instant made, Lines lines) {
        String[] parts = line.split(" ", -1);
        boolean holds = parts.length == 4
                && parts[1].equals(String.valueOf(lines.count))
                && parts[2].equals(lines.checksum())
                && seals.open(parts[3], place(made, END))
                        .filter(plain -> new String(plain, UTF_8).equals(parts[2]))
                        .isPresent();
        require(holds, "its checksum is another, or it is sealed under another key file");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw faulty(otherwise);
        }
    }

    private StoreSetupException faulty(String found) {
        return new StoreSetupException(
                "Expected a whole backup at %s, but %s. Nothing was restored.".formatted(file, found));
    }

    private static String place(Instant made, Object number) {
        return "backup|" + made + "|" + number;
    }

    /** The lines of a file, counted and digested as they are written. */
    private static final class Lines {

        private final OutputStream out;
        private final MessageDigest digest;
        private int count;

        Lines(OutputStream out) {
            this.out = out;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Expected SHA-256 on every Java", e);
            }
        }

        void add(String line) {
            byte[] bytes = (line + "\n").getBytes(UTF_8);
            digest.update(bytes);
            count++;
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of all lines so far. */
        String checksum() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Expected to clone a SHA-256", e);
            }
        }
    }
}
