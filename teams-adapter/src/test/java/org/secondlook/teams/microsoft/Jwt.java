package org.secondlook.teams.microsoft;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token put together by hand, so that it can be wrong in any way. */
public final class Jwt {

    private static final long HOUR = 3600;

    private final ObjectNode header = JsonNodeFactory.instance.objectNode();
    private final ObjectNode claims = JsonNodeFactory.instance.objectNode();
    private KeyPair key = Keys.PUBLISHED;

    /** What the Bot Connector service sends under an activity. */
    public Jwt(String appId, String serviceUrl, Instant now) {
        header.put("alg", "RS256").put("typ", "JWT").put("kid", Issuer.KEY_ID);
        claims.put("iss", "https://api.botframework.com")
                .put("aud", appId)
                .put("serviceurl", serviceUrl)
                .put("nbf", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + HOUR);
    }

    public Jwt header(Consumer<ObjectNode> change) {
        change.accept(header);
        return this;
    }

    public Jwt claims(Consumer<ObjectNode> change) {
        change.accept(claims);
        return this;
    }

    public Jwt signedBy(KeyPair other) {
        this.key = other;
        return this;
    }

    public String signed() {
        return signed("SHA256withRSA");
    }

    public String signed(String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key.getPrivate());
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return content() + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to sign by " + algorithm, e);
        }
    }

    /** Signed with a shared secret, such as the bytes of a public key. */
    public String signedBySecret(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content() + "." + base64(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected HmacSHA256 on every Java", e);
        }
    }

    public String unsigned() {
        return content() + ".";
    }

    private String content() {
        return base64(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
