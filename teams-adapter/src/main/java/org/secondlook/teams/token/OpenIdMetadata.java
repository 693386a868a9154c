package org.secondlook.teams.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys as OpenID metadata names them: a document that points to a list of keys, each with its endorsements. */
final class OpenIdMetadata implements KeySource {

    private static final int FEWEST_BITS = 2048;

    private final URI metadata;
    private final LoginClient login;

    OpenIdMetadata(URI metadata, LoginClient login) {
        this.metadata = metadata;
        this.login = login;
    }

    @Override
    public List<SigningKey> fetch() throws IOException {
        URI keys = keysUri(login.get(metadata).path("jwks_uri").asText());
        List<SigningKey> found = new ArrayList<>();
        for (JsonNode key : login.get(keys).path("keys")) {
            signingKey(key).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw new IOException("Expected signing keys at %s, but found none".formatted(keys));
        }
        return found;
    }

    /** The keys are as safe as the way to them: not over http, unless the metadata came the same way. */
    private URI keysUri(String value) throws IOException {
        try {
            URI uri = URI.create(value);
            boolean sameWay =
                    "https".equals(uri.getScheme()) || metadata.resolve("/").equals(uri.resolve("/"));
            if (uri.getHost() != null && sameWay) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Expected jwks_uri to be a URL", e);
        }
        throw new IOException("Expected jwks_uri to be https, but found %s".formatted(value));
    }

    private static Optional<SigningKey> signingKey(JsonNode key) {
        String id = key.path("kid").asText();
        if (id.isEmpty() || !key.path("kty").asText().equals("RSA")) {
            return Optional.empty();
        }
        Set<String> endorsements = new HashSet<>();
        key.path("endorsements").forEach(channel -> endorsements.add(channel.asText()));
        return rsa(key).map(rsa -> new SigningKey(id, rsa, endorsements));
    }

    private static Optional<RSAPublicKey> rsa(JsonNode key) {
        try {
            RSAPublicKeySpec numbers = new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")));
            RSAPublicKey rsa = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(numbers);
            return Optional.of(rsa).filter(k -> k.getModulus().bitLength() >= FEWEST_BITS);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }
}
