package org.secondlook.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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

    private final Seals seals;

    private KeyFile(Seals seals) {
        this.seals = seals;
    }

    /** Opens the key file, which must be there. */
    public static KeyFile open(Path file) {
        if (!Files.exists(file)) {
            throw new StoreSetupException(
                    "Expected the key file %s (secondlook.key-file), but there is none. Put the key file of this installation there; without it nothing that was stored can be read."
                            .formatted(file.toAbsolutePath()));
        }
        return read(file);
    }

    /** Opens the key file, and makes one where there is none: for trying out only. */
    public static KeyFile openOrCreate(Path file) {
        if (!Files.exists(file)) {
            try {
                create(file);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } catch (IOException | GeneralSecurityException e) {
                throw new StoreSetupException(
                        "Expected to make a key file at %s (secondlook.key-file): %s"
                                .formatted(file.toAbsolutePath(), e.getMessage()),
                        e);
            }
        }
        return read(file);
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
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), AEAD, InsecureSecretKeyAccess.get());
            return new KeyFile(new Seals(keys.getPrimitive(AEAD, Aead.class)));
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreSetupException(
                    "Expected a key file at %s (secondlook.key-file), but it cannot be read as one"
                            .formatted(file.toAbsolutePath()),
                    e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, AEAD, InsecureSecretKeyAccess.get());
        new PrivateFile(file).write(json);
    }
}
