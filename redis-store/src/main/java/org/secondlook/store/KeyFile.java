package org.secondlook.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.secondlook.core.conversation.ButtonSealer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the keys under which everybody's words, and the buttons, are sealed. It is kept apart from the data:
 * without it nobody can read a copy of the store, and nobody can read the store.
 */
public final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Configuration AEAD = AeadConfig2026.get();

    /** Tink puts a byte and the id of the key before what it seals. */
    private static final byte TINK = 1;

    private static final int PREFIX_BYTES = 5;

    private final Path file;
    private final Seals seals = new Seals(new Current());
    private volatile Keys keys;

    private KeyFile(Path file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** What stands in the file. New values are sealed under its primary key; the others are there to open older ones. */
    private record Keys(String json, KeysetHandle handle, Aead aead) {}

    /** The file as it is now: what does not open may have been sealed under a key that was added since. */
    private final class Current implements Aead {

        @Override
        public byte[] encrypt(byte[] plain, byte[] place) throws GeneralSecurityException {
            return keys.aead().encrypt(plain, place);
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] place) throws GeneralSecurityException {
            Keys known = keys;
            try {
                return known.aead().decrypt(sealed, place);
            } catch (GeneralSecurityException e) {
                reload();
                Keys now = keys;
                if (now.json().equals(known.json())) {
                    throw e;
                }
                return now.aead().decrypt(sealed, place);
            }
        }
    }

    /**
     * Takes up a file that has changed.
     *
     * @return whether it had; a file that cannot be read leaves the keys as they are
     */
    public synchronized boolean reload() {
        try {
            String json = Files.readString(file);
            if (json.equals(keys.json())) {
                return false;
            }
            keys = parse(json);
            log.info("Key file reloaded keys={}", keys.handle().size());
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    /** Makes a key file with a new key, where there is none. */
    public static void create(Path file) {
        try {
            write(file);
        } catch (FileAlreadyExistsException e) {
            throw new StoreSetupException(
                    "Expected no file at %s, but there is one. It is left as it is: whatever was sealed with it could not be read without it."
                            .formatted(file.toAbsolutePath()),
                    e);
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Expected to make a key file at %s: %s".formatted(file.toAbsolutePath(), e.getMessage()), e);
        }
    }

    /** Opens the key file, which must be there. */
    public static KeyFile open(Path file) {
        if (!Files.exists(file)) {
            throw new StoreSetupException(
                    "Expected the key file %s (secondlook.key-file), but there is none. Put the key file of this installation there; without it nothing that was stored can be read. Make one for a new installation with create-key-file."
                            .formatted(file.toAbsolutePath()));
        }
        return read(file);
    }

    /** Opens the key file, and makes one where there is none: for trying out only. */
    public static KeyFile openOrCreate(Path file) {
        if (!Files.exists(file)) {
            try {
                write(file);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } catch (IOException e) {
                throw new StoreSetupException(
                        "Expected to make a key file at %s (secondlook.key-file): %s"
                                .formatted(file.toAbsolutePath(), e.getMessage()),
                        e);
            }
        }
        return read(file);
    }

    /** How many keys are in the file: one, or while a rotation is under way, two. */
    public int size() {
        return keys.handle().size();
    }

    /** The name of the key under which is sealed from now on. */
    public String newest() {
        return Integer.toUnsignedString(keys.handle().getPrimary().getId());
    }

    /** Adds a new key to the file, under which is sealed from now on; those that are there go on opening what they sealed. */
    public synchronized void addKey() {
        KeysetHandle.Builder.Entry added = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        replace(KeysetHandle.newBuilder(keys.handle()).addEntry(added));
    }

    /** Leaves only the newest key in the file: whatever is still sealed under another can never be opened again. */
    public synchronized void removeOldKeys() {
        KeysetHandle.Builder.Entry newest = KeysetHandle.importKey(
                        keys.handle().getPrimary().getKey())
                .withFixedId(keys.handle().getPrimary().getId())
                .makePrimary();
        replace(KeysetHandle.newBuilder().addEntry(newest));
    }

    private void replace(KeysetHandle.Builder handle) {
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle.setConfiguration(AEAD).build(), AEAD, InsecureSecretKeyAccess.get());
            new PrivateFile(file).write(json, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            keys = parse(json);
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Expected to write the key file %s: %s".formatted(file.toAbsolutePath(), e.getMessage()), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected AES-GCM on every Java", e);
        }
    }

    /** Whether something was sealed under the newest key. */
    boolean isNewest(String sealed) {
        return sealed.startsWith(mark());
    }

    /** What stands before whatever the newest key seals, as far as its characters go that nothing else is mixed into. */
    private String mark() {
        byte[] prefix = ByteBuffer.allocate(PREFIX_BYTES)
                .put(TINK)
                .putInt(keys.handle().getPrimary().getId())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(prefix).substring(0, PREFIX_BYTES * 8 / 6);
    }

    /** Seals what buttons carry. */
    public ButtonSealer buttons() {
        return new SealedButtons(seals);
    }

    Seals seals() {
        return seals;
    }

    private static KeyFile read(Path file) {
        try {
            if (new PrivateFile(file).isReadByOthers()) {
                log.warn("Others than its owner may read the key file; chmod 600 it file={}", file);
            }
            return new KeyFile(file, parse(Files.readString(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreSetupException(
                    "Expected a key file at %s (secondlook.key-file), but it cannot be read as one"
                            .formatted(file.toAbsolutePath()),
                    e);
        }
    }

    private static Keys parse(String json) throws GeneralSecurityException {
        KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(json, AEAD, InsecureSecretKeyAccess.get());
        return new Keys(json, handle, handle.getPrimitive(AEAD, Aead.class));
    }

    private static void write(Path file) throws IOException {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, AEAD, InsecureSecretKeyAccess.get());
            new PrivateFile(file).write(json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected AES-GCM on every Java", e);
        }
    }
}
