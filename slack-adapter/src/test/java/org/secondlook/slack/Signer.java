package org.secondlook.slack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Slack's documentation says, and knows nothing of the code that checks it. */
final class Signer {

    private final String secret;

    Signer(String secret) {
        this.secret = secret;
    }

    String sign(long timestamp, String body) {
        return sign(String.valueOf(timestamp), body.getBytes(StandardCharsets.UTF_8));
    }

    String sign(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] prefix = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
            byte[] base = new byte[prefix.length + body.length];
            System.arraycopy(prefix, 0, base, 0, prefix.length);
            System.arraycopy(body, 0, base, prefix.length, body.length);
            return String.format(Locale.ROOT, "v0=%064x", new BigInteger(1, mac.doFinal(base)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
