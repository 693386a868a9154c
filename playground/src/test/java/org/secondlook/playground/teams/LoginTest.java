package org.secondlook.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.trial.SettableClock;
import org.secondlook.playground.trial.Trial;
import org.secondlook.playground.world.TeamsTenant;
import org.secondlook.playground.world.WorldFile;
import tools.jackson.databind.JsonNode;

class LoginTest {

    static final String COUNCIL = "11111111-0000-4000-8000-000000000001";
    static final String COUNCIL_APP = "11111111-0000-4000-8000-0000000000b0";

    @RegisterExtension
    static final Trial trial = new Trial();

    @Test
    void givesATokenForTheRightSecret() {
        JsonNode answer = token(Map.of()).json();

        assertThat(answer.path("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").intValue()).isEqualTo(3599);
        assertThat(answer.path("access_token").stringValue()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret, wrong, 401, invalid_client",
        "client_id, wrong, 400, unauthorized_client",
        "scope, https://graph.microsoft.com/.default, 400, invalid_scope",
        "grant_type, password, 400, unsupported_grant_type"
    })
    void refusesAnythingElse(String field, String value, int status, String error) {
        Trial.Response response = token(Map.of(field, value));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.json().path("error").stringValue()).isEqualTo(error);
    }

    @Test
    void signsActivitiesWithTheKeyItPublishes() throws Exception {
        trial.post("/page/teams/priya-shah/conversations/a:priya-shah/messages", "{\"text\":\"Hello\"}");
        String bearer = trial.bot().next("message").headers().getOrDefault("authorization", "");
        JsonNode metadata = trial.get("/teams/openid/.well-known/openidconfiguration");
        JsonNode key = trial.get(metadata.path("jwks_uri").stringValue()).at("/keys/0");

        DecodedJWT token = JWT.require(Algorithm.RSA256(publicKey(key)))
                .withIssuer("https://api.botframework.com")
                .withAudience(COUNCIL_APP)
                .withClaim(
                        "serviceurl",
                        trial.url("/teams/connector/" + COUNCIL + "/").toString())
                .build()
                .verify(bearer.replace("Bearer ", ""));
        assertThat(token.getKeyId()).isEqualTo(key.path("kid").stringValue());
        assertThat(token.getAlgorithm()).isEqualTo("RS256");
        assertThat(token.getNotBefore()).isNotNull();
        assertThat(token.getExpiresAtAsInstant())
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
        assertThat(key.at("/endorsements/0").stringValue()).isEqualTo("msteams");
        assertThat(metadata.path("issuer").stringValue()).isEqualTo("https://api.botframework.com");
    }

    @Test
    void tokenIsGoodForOneHourInItsOwnTenant() {
        SettableClock clock = new SettableClock();
        Tokens tokens = new Tokens(new SigningKey(Journal.at("")), clock);
        TeamsTenant council = WorldFile.read("").teamsTenants().get(0);
        TeamsTenant partnership = WorldFile.read("").teamsTenants().get(1);
        String token = tokens.forBot(council);

        assertThat(tokens.goodForConnector(council, token)).isTrue();
        assertThat(tokens.goodForConnector(partnership, token)).isFalse();
        assertThat(tokens.goodForConnector(council, tokens.forActivity(council, "https://example.org")))
                .isFalse();
        assertThat(tokens.goodForConnector(council, "no.token.atall")).isFalse();
        clock.advance(Duration.ofMinutes(61));
        assertThat(tokens.goodForConnector(council, token)).isFalse();
    }

    static Trial.Response token(Trial trial, Map<String, String> otherwise) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", COUNCIL_APP,
                "client_secret", "playground-northshire-council-secret",
                "scope", "https://api.botframework.com/.default"));
        fields.putAll(otherwise);
        return trial.form("/teams/" + COUNCIL + "/oauth2/v2.0/token", fields);
    }

    private static Trial.Response token(Map<String, String> otherwise) {
        return token(trial, otherwise);
    }

    private static RSAPublicKey publicKey(JsonNode key) throws Exception {
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.stringValue()));
    }
}
