package org.secondlook.teams.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.teams.microsoft.Issuer;
import org.secondlook.teams.microsoft.Jwt;
import org.secondlook.teams.microsoft.Keys;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings;

/** Tokens that are wrong in one way each, signed with keys of our own, and those that are good. */
class TokenCheckTest {

    private static final Registration COUNCIL = new Registration("app-1", "tenant-1", "secret-1");
    private static final Registration TRUST = new Registration("app-2", "tenant-2", "secret-2");
    private static final String SERVICE_URL = "https://smba.trafficmanager.net/uk/";

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final Instant now = clock.instant();
    private final Issuer issuer = new Issuer();
    private final TeamsSettings settings = new TeamsSettings(
            List.of(COUNCIL, TRUST),
            issuer.metadataUrl(),
            TeamsSettings.TOKEN_URL,
            new ServiceUrls(ServiceUrls.DOCUMENTED),
            TeamsSettings.SERVICE_URL,
            TeamsSettings.Timeouts.DEFAULT);
    private final TokenCheck check = new TokenCheck(settings, clock, Runnable::run);

    @AfterEach
    void close() {
        issuer.close();
    }

    /** A token that is good but for one thing. */
    private record Vector(String name, Refusal why, Function<Jwt, String> token) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Vector> badlySigned() {
        byte[] publicKey = Keys.PUBLISHED.getPublic().getEncoded();
        byte[] pem = ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(publicKey)
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        return List.of(
                header("alg none", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "none"), Jwt::unsigned),
                header("alg None", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "None"), Jwt::unsigned),
                header("alg none, but signed", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "none"), Jwt::signed),
                header("no alg", Refusal.WRONG_ALGORITHM, h -> h.remove("alg"), Jwt::signed),
                header("alg a number", Refusal.WRONG_ALGORITHM, h -> h.put("alg", 256), Jwt::signed),
                header(
                        "HS256 by the public key",
                        Refusal.WRONG_ALGORITHM,
                        h -> h.put("alg", "HS256"),
                        jwt -> jwt.signedBySecret(publicKey)),
                header(
                        "HS256 by the public key as PEM",
                        Refusal.WRONG_ALGORITHM,
                        h -> h.put("alg", "HS256"),
                        jwt -> jwt.signedBySecret(pem)),
                header(
                        "RS384",
                        Refusal.WRONG_ALGORITHM,
                        h -> h.put("alg", "RS384"),
                        jwt -> jwt.signed("SHA384withRSA")),
                header(
                        "RS512",
                        Refusal.WRONG_ALGORITHM,
                        h -> h.put("alg", "RS512"),
                        jwt -> jwt.signed("SHA512withRSA")),
                header("PS256", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "PS256"), Jwt::signed),
                header("ES256", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "ES256"), Jwt::signed),
                header("rs256 in small letters", Refusal.WRONG_ALGORITHM, h -> h.put("alg", "rs256"), Jwt::signed),
                header(
                        "critical extension",
                        Refusal.WRONG_ALGORITHM,
                        h -> h.putArray("crit").add("x"),
                        Jwt::signed),
                header("payload not encoded", Refusal.WRONG_ALGORITHM, h -> h.put("b64", false), Jwt::signed),
                header(
                        "its own key",
                        Refusal.WRONG_SIGNATURE,
                        h -> h.putObject("jwk").put("kty", "RSA"),
                        jwt -> jwt.signedBy(Keys.FOREIGN).signed()),
                header(
                        "where its key is",
                        Refusal.WRONG_SIGNATURE,
                        h -> h.put("jku", "https://evil.example"),
                        jwt -> jwt.signedBy(Keys.FOREIGN).signed()),
                new Vector("RS256 by SHA-1", Refusal.WRONG_SIGNATURE, jwt -> jwt.signed("SHA1withRSA")),
                new Vector("RS256 without a signature", Refusal.WRONG_SIGNATURE, Jwt::unsigned),
                new Vector(
                        "signed by another",
                        Refusal.WRONG_SIGNATURE,
                        jwt -> jwt.signedBy(Keys.FOREIGN).signed()),
                new Vector("claims exchanged", Refusal.WRONG_SIGNATURE, TokenCheckTest::withOtherClaims));
    }

    static List<Vector> ofAnotherKey() {
        return List.of(
                header("no kid", Refusal.UNKNOWN_KEY, h -> h.remove("kid"), Jwt::signed),
                header("kid null", Refusal.UNKNOWN_KEY, h -> h.putNull("kid"), Jwt::signed),
                header("kid a number", Refusal.UNKNOWN_KEY, h -> h.put("kid", 1), Jwt::signed),
                header("kid empty", Refusal.UNKNOWN_KEY, h -> h.put("kid", ""), Jwt::signed),
                header("kid unknown", Refusal.UNKNOWN_KEY, h -> h.put("kid", "key-9"), Jwt::signed),
                header("kid in capitals", Refusal.UNKNOWN_KEY, h -> h.put("kid", "KEY-1"), Jwt::signed),
                header("kid and a space", Refusal.UNKNOWN_KEY, h -> h.put("kid", "key-1 "), Jwt::signed),
                header("kid up the path", Refusal.UNKNOWN_KEY, h -> h.put("kid", "../key-1"), Jwt::signed),
                header(
                        "kid of nothing",
                        Refusal.UNKNOWN_KEY,
                        h -> h.put("kid", "../../dev/null"),
                        jwt -> jwt.signedBySecret(new byte[] {0})),
                header("kid a file", Refusal.UNKNOWN_KEY, h -> h.put("kid", "file:///etc/passwd"), Jwt::signed),
                header("kid a URL", Refusal.UNKNOWN_KEY, h -> h.put("kid", "https://evil.example/k"), Jwt::signed),
                header("kid a query", Refusal.UNKNOWN_KEY, h -> h.put("kid", "x' OR kid='key-1"), Jwt::signed),
                header("kid cut off", Refusal.UNKNOWN_KEY, h -> h.put("kid", "key-1\u0000"), Jwt::signed));
    }

    static List<Vector> wrongClaims() {
        return List.of(
                claims("no issuer", Refusal.WRONG_ISSUER, c -> c.remove("iss")),
                claims("other issuer", Refusal.WRONG_ISSUER, c -> c.put("iss", "https://evil.example")),
                claims("issuer and a slash", Refusal.WRONG_ISSUER, c -> c.put("iss", "https://api.botframework.com/")),
                claims("issuer over http", Refusal.WRONG_ISSUER, c -> c.put("iss", "http://api.botframework.com")),
                claims(
                        "emulator, version 1",
                        Refusal.WRONG_ISSUER,
                        c -> c.put("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
                claims(
                        "emulator, version 2",
                        Refusal.WRONG_ISSUER,
                        c -> c.put(
                                "iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")),
                claims(
                        "emulator of before",
                        Refusal.WRONG_ISSUER,
                        c -> c.put("iss", "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")),
                claims(
                        "skill",
                        Refusal.WRONG_ISSUER,
                        c -> c.put("iss", "https://sts.windows.net/tenant-1/")
                                .put("ver", "2.0")
                                .put("azp", "app-9")),
                claims("government", Refusal.WRONG_ISSUER, c -> c.put("iss", "https://api.botframework.us")),
                claims("no audience", Refusal.WRONG_AUDIENCE, c -> c.remove("aud")),
                claims("other audience", Refusal.WRONG_AUDIENCE, c -> c.put("aud", "app-9")),
                claims("audience in capitals", Refusal.WRONG_AUDIENCE, c -> c.put("aud", "APP-1")),
                claims(
                        "several audiences",
                        Refusal.WRONG_AUDIENCE,
                        c -> c.putArray("aud").add("app-1").add("app-9")),
                claims(
                        "audience in a list",
                        Refusal.WRONG_AUDIENCE,
                        c -> c.putArray("aud").add("app-1")),
                claims(
                        "audience the Connector",
                        Refusal.WRONG_AUDIENCE,
                        c -> c.put("aud", "https://api.botframework.com")),
                claims("no service URL", Refusal.NO_SERVICE_URL, c -> c.remove("serviceurl")),
                claims("service URL empty", Refusal.NO_SERVICE_URL, c -> c.put("serviceurl", "")),
                claims(
                        "service URL a list",
                        Refusal.NO_SERVICE_URL,
                        c -> c.putArray("serviceurl").add(SERVICE_URL)),
                claims(
                        "service URL elsewhere",
                        Refusal.SERVICE_URL_NOT_ALLOWED,
                        c -> c.put("serviceurl", "https://smba.trafficmanager.net.evil.example/")),
                claims(
                        "service URL over http",
                        Refusal.SERVICE_URL_NOT_ALLOWED,
                        c -> c.put("serviceurl", "http://smba.trafficmanager.net/uk/")));
    }

    static List<Vector> wrongTimes() {
        long at = new SettableClock("2026-12-01T10:00").instant().getEpochSecond();
        return List.of(
                claims("no exp", Refusal.NO_TIMES, c -> c.remove("exp")),
                claims("exp null", Refusal.NO_TIMES, c -> c.putNull("exp")),
                claims("no nbf", Refusal.NO_TIMES, c -> c.remove("nbf")),
                claims("exp in words", Refusal.MALFORMED_TOKEN, c -> c.put("exp", "tomorrow")),
                claims("exp beyond all time", Refusal.MALFORMED_TOKEN, c -> c.put("exp", Long.MAX_VALUE)),
                claims("expired 5 minutes ago", Refusal.EXPIRED, c -> c.put("exp", at - 300)),
                claims("expired long ago", Refusal.EXPIRED, c -> c.put("exp", at - 86_400)),
                claims("exp 0", Refusal.EXPIRED, c -> c.put("exp", 0)),
                claims("exp negative", Refusal.EXPIRED, c -> c.put("exp", -1)),
                claims("good in 6 minutes", Refusal.NOT_YET_VALID, c -> c.put("nbf", at + 360)),
                claims("good tomorrow", Refusal.NOT_YET_VALID, c -> c.put("nbf", at + 86_400)));
    }

    @ParameterizedTest
    @MethodSource({"badlySigned", "ofAnotherKey", "wrongClaims", "wrongTimes"})
    void refuses(Vector vector) {
        assertThat(refusal("Bearer " + vector.token().apply(good()))).isEqualTo(vector.why());
    }

    static List<String> notTokens() {
        String token = "e30.e30.c2lnbmVk";
        return List.of(
                "Bearer",
                "Bearer ",
                "Bearer null",
                "Bearer a.b",
                "Bearer a.b.c.d",
                "Bearer ..",
                "Bearer  " + token,
                "Bearer " + token + " ",
                "Bearer " + token + "\n",
                "Bearer " + token + ", Bearer " + token,
                "Bearer " + token.replace('.', ','),
                "Bearer a.b.c=",
                "Bearer " + "a".repeat(100_000) + ".b.c",
                "Bearer bm90IGpzb24.bm90IGpzb24.c2lnbmVk",
                "Bearer W10.W10.c2lnbmVk",
                "Basic " + token,
                "Digest " + token,
                token,
                "Bearer:" + token);
    }

    @ParameterizedTest
    @MethodSource("notTokens")
    void refusesWhatIsNoToken(String header) {
        assertThat(refusal(header)).isEqualTo(Refusal.MALFORMED_TOKEN);
    }

    @Test
    void refusesWhereThereIsNone() {
        assertThat(refusal("")).isEqualTo(Refusal.NO_TOKEN);
    }

    @Test
    void refusesAKeyThatIsNotEndorsedForTeams() {
        issuer.publish("skype-only", Keys.FOREIGN, "skype", "webchat");
        issuer.publish("for-nothing", Keys.FOREIGN);
        issuer.publish("says-nothing", Keys.FOREIGN).remove("endorsements");

        for (String id : List.of("skype-only", "for-nothing", "says-nothing")) {
            String token =
                    good().header(h -> h.put("kid", id)).signedBy(Keys.FOREIGN).signed();

            assertThat(refusal("Bearer " + token)).as(id).isEqualTo(Refusal.KEY_NOT_ENDORSED);
        }
    }

    @Test
    void refusesAKeyThatIsWeakOrOfAnotherKind() {
        issuer.publish("weak", Keys.WEAK, "msteams");
        issuer.publish("odd", Keys.FOREIGN, "msteams").put("kty", "oct");
        issuer.publish("broken", Keys.FOREIGN, "msteams").put("n", "?");

        for (String id : List.of("weak", "odd", "broken")) {
            String token =
                    good().header(h -> h.put("kid", id)).signedBy(Keys.FOREIGN).signed();

            assertThat(refusal("Bearer " + token)).as(id).isEqualTo(Refusal.UNKNOWN_KEY);
        }
    }

    @Test
    void believesWhatTeamsSigns() {
        assertThat(caller("Bearer " + good().signed())).isEqualTo(new Caller(COUNCIL, SERVICE_URL));
        assertThat(caller("bearer " + good().signed()).registration()).isEqualTo(COUNCIL);
    }

    @Test
    void tellsTheRegistrationsApart() {
        assertThat(caller("Bearer " + new Jwt("app-2", SERVICE_URL, now).signed())
                        .registration())
                .isEqualTo(TRUST);
    }

    @Test
    void allowsFiveMinutesBetweenClocks() {
        String token = "Bearer " + good().signed();

        clock.set(now.minus(Duration.ofMinutes(5)));
        assertThat(caller(token).registration()).isEqualTo(COUNCIL);
        clock.set(now.minus(Duration.ofMinutes(5)).minusSeconds(1));
        assertThat(refusal(token)).isEqualTo(Refusal.NOT_YET_VALID);
        clock.set(now.plus(Duration.ofMinutes(65)).minusSeconds(1));
        assertThat(caller(token).registration()).isEqualTo(COUNCIL);
        clock.set(now.plus(Duration.ofMinutes(65)));
        assertThat(refusal(token)).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void asksForKeysOnlyWhenATokenIsGoodOtherwise() {
        badlySigned().stream()
                .limit(10)
                .forEach(vector -> refusal("Bearer " + vector.token().apply(good())));
        wrongClaims().forEach(vector -> refusal("Bearer " + vector.token().apply(good())));

        assertThat(issuer.asked()).isZero();
    }

    @Test
    void hasAReasonForEachRefusalOfAToken() {
        Set<Refusal> ofBody = Set.of(
                Refusal.NO_TOKEN,
                Refusal.KEY_NOT_ENDORSED,
                Refusal.OTHER_SERVICE_URL,
                Refusal.OTHER_CHANNEL,
                Refusal.NO_TENANT,
                Refusal.TENANTS_DIFFER,
                Refusal.TENANT_NOT_ALLOWED,
                Refusal.REPEATED_OTHERWISE);
        List<Vector> all = List.of(badlySigned(), ofAnotherKey(), wrongClaims(), wrongTimes()).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(all).hasSizeGreaterThan(40);
        assertThat(Refusal.values())
                .allSatisfy(refusal -> assertThat(
                                ofBody.contains(refusal) || all.stream().anyMatch(vector -> vector.why() == refusal))
                        .isTrue());
    }

    private Jwt good() {
        return new Jwt("app-1", SERVICE_URL, now);
    }

    private Refusal refusal(String header) {
        return check.check(header).accept(new Verdict.Visitor<Refusal>() {
            @Override
            public Refusal believed(Caller caller) {
                throw new AssertionError("Expected a refusal, but it was believed");
            }

            @Override
            public Refusal refused(Refusal why) {
                return why;
            }
        });
    }

    private Caller caller(String header) {
        return check.check(header).accept(new Verdict.Visitor<Caller>() {
            @Override
            public Caller believed(Caller caller) {
                return caller;
            }

            @Override
            public Caller refused(Refusal why) {
                throw new AssertionError("Expected to be believed, but found " + why);
            }
        });
    }

    private static Vector header(String name, Refusal why, Consumer<ObjectNode> change, Function<Jwt, String> signing) {
        return new Vector(name, why, jwt -> signing.apply(jwt.header(change)));
    }

    private static Vector claims(String name, Refusal why, Consumer<ObjectNode> change) {
        return new Vector(name, why, jwt -> jwt.claims(change).signed());
    }

    private static String withOtherClaims(Jwt jwt) {
        String signed = jwt.signed();
        String other = jwt.claims(c -> c.put("aud", "app-2")).signed();
        return other.substring(0, other.lastIndexOf('.')) + signed.substring(signed.lastIndexOf('.'));
    }
}
