package org.secondlook.playground.teams;

import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.secondlook.playground.journal.Journal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The key with which the fake signs its tokens; kept in the journal so that a restart leaves them good. */
final class SigningKey {

    static final String ID = "playground-1";

    private static final String JOURNAL_KEY = "teams/signing-key";

    private final RSAPublicKey publicKey;
    private final Algorithm algorithm;

    SigningKey(Journal journal) {
        try {
            if (journal.get(JOURNAL_KEY, String.class).isEmpty()) {
                journal.put(JOURNAL_KEY, generated());
            }
            byte[] encoded = Base64.getDecoder()
                    .decode(journal.get(JOURNAL_KEY, String.class).orElseThrow());
            KeyFactory rsa = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            this.publicKey = (RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            this.algorithm = Algorithm.RSA256(publicKey, (RSAPrivateKey) secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected RSA in every Java", e);
        }
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** The public key as a JSON Web Key that is endorsed for Teams. */
    ObjectNode jwk() {
        ObjectNode jwk = JsonMapper.shared()
                .createObjectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", ID)
                .put("n", base64(publicKey.getModulus()))
                .put("e", base64(publicKey.getPublicExponent()));
        jwk.putArray("endorsements").add("msteams");
        return jwk;
    }

    private static String generated() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
