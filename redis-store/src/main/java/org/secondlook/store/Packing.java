package org.secondlook.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Packs events into less than half of their length: they repeat the same words, which stand in a resource once for all.
 * Another resource would be another packing, told by another first byte.
 */
final class Packing {

    private static final byte FIRST = 1;
    private static final int MOST = 1 << 20;
    private static final int CHUNK = 4096;
    private static final byte[] WORDS = words();

    private Packing() {}

    private static byte[] words() {
        try (InputStream in = Objects.requireNonNull(
                Packing.class.getResourceAsStream("event-words.txt"), "Expected event-words.txt in the jar")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pack(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setDictionary(WORDS);
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            packed.write(FIRST);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                packed.write(chunk, 0, deflater.deflate(chunk));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** What was packed; nothing if that is not how it was packed here. */
    static Optional<byte[]> unpack(byte[] packed) {
        if (packed.length == 0 || packed[0] != FIRST) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(WORDS);
            inflater.setInput(packed, 1, packed.length - 1);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 || plain.size() > MOST) {
                    return Optional.empty();
                }
                plain.write(chunk, 0, length);
            }
            return inflater.getRemaining() == 0 ? Optional.of(plain.toByteArray()) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
