package org.secondlook.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;

/**
 * The keys of a partnership's cases, one each: whatever is kept of a case is sealed under its own. They are kept beside
 * the cases, themselves sealed under the key file; once its key is gone, nothing of a case can be read.
 */
final class DataKeys {

    private static final int BYTES = 32;

    private final PartnershipId partnership;
    private final KeyFile keyFile;

    /** @param keyFile under which the keys of cases are sealed */
    DataKeys(PartnershipId partnership, KeyFile keyFile) {
        this.partnership = partnership;
        this.keyFile = keyFile;
    }

    /** A new key for a case, as it is kept. */
    String make(CaseId theCase) {
        return keyFile.seals().seal(Random.randBytes(BYTES), place(theCase));
    }

    /** What seals under the key of a case. */
    Seals open(CaseId theCase, String kept) {
        return new Seals(aead(plain(theCase, kept)));
    }

    /** The same key, sealed under the newest key of the key file. */
    String renewed(CaseId theCase, String kept) {
        return keyFile.seals().seal(plain(theCase, kept), place(theCase));
    }

    private byte[] plain(CaseId theCase, String kept) {
        return keyFile.seals()
                .open(kept, place(theCase))
                .orElseThrow(() -> new UnreadableDataException(
                        "Expected the key of case %s to open, but it was changed, moved or sealed under another key file"
                                .formatted(theCase)));
    }

    private String place(CaseId theCase) {
        return partnership + "|" + theCase + "|key";
    }

    /** A key that only one case has needs no mark by which it is told from others, which each value would carry. */
    private static AesGcmJce aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected AES-GCM on every Java", e);
        }
    }
}
