package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner may read, on the disk complete or not at all. */
public final class PrivateFile {

    private final Path path;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** What stands in a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the file; what stood at its place stays unless it may be replaced. */
    public void write(String content, CopyOption... options) throws IOException {
        write(out -> out.write(content.getBytes(UTF_8)), options);
    }

    /** The same where the content is too large to be held at once. */
    void write(Content content, CopyOption... options) throws IOException {
        Path folder = path.resolveSibling(".");
        Files.createDirectories(folder);
        Path written = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel = FileChannel.open(written, Set.of(CREATE_NEW, WRITE), only(path, "rw-------"))) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            if (options.length == 0) {
                putUnlessThere(written);
            } else {
                Files.move(written, path, options);
            }
            force(folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Of several that do this at once one succeeds; a move would look first and then replace what came meanwhile. */
    private void putUnlessThere(Path written) throws IOException {
        try {
            Files.createLink(path, written);
        } catch (UnsupportedOperationException e) {
            Files.move(written, path);
        }
    }

    /** A folder that only its owner may look into. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, only(folder, "rwx------"));
        }
    }

    /** Whether somebody else than its owner may read the file, as far as this system says. */
    boolean isReadByOthers() throws IOException {
        return isPosix(path)
                && !Collections.disjoint(
                        Files.getPosixFilePermissions(path),
                        Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
    }

    private static FileAttribute<?>[] only(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The name of a new file is on the disk only once its folder is. Windows has no such step. */
    private static void force(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
