package org.secondlook.teams.microsoft;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;

/** Key pairs of a test run: making one takes long. */
public final class Keys {

    /** What the issuer publishes. */
    public static final KeyPair PUBLISHED = pair(2048);

    /** What somebody else has. */
    public static final KeyPair FOREIGN = pair(2048);

    /** Too weak to be taken, wherever it is published. */
    public static final KeyPair WEAK = pair(1024);

    private Keys() {}

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected RSA on every Java", e);
        }
    }
}
