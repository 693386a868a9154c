package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.teams.microsoft.Jwt;
import org.secondlook.teams.microsoft.Keys;
import org.secondlook.teams.token.Refusal;

/** What is let in over HTTP. Whatever is not leaves no trace but a count. */
class TeamsControllerTest {

    private static final Duration SKEW_AND_MORE = Duration.ofMinutes(6);

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void takesWhatTeamsSigned() {
        HttpResponse<String> response = trial.deliver(trial.sample("personal-message"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(trial.turns).hasSize(1);
        assertThat(trial.refused).isEmpty();
    }

    static Stream<Arguments> tokens() {
        return Stream.of(
                token(Refusal.WRONG_SIGNATURE, jwt -> jwt.signedBy(Keys.FOREIGN)),
                token(Refusal.WRONG_AUDIENCE, jwt -> jwt.claims(claims -> claims.put("aud", "app-9"))),
                token(Refusal.WRONG_ISSUER, jwt -> jwt.claims(claims -> claims.put("iss", "https://sts.windows.net/"))),
                token(Refusal.NO_TIMES, jwt -> jwt.claims(claims -> claims.remove("exp"))),
                token(Refusal.UNKNOWN_KEY, jwt -> jwt.header(header -> header.put("kid", "key-9"))),
                token(
                        Refusal.SERVICE_URL_NOT_ALLOWED,
                        jwt -> jwt.claims(claims -> claims.put("serviceurl", "https://evil.example/"))),
                token(Refusal.NO_SERVICE_URL, jwt -> jwt.claims(claims -> claims.remove("serviceurl"))));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void refusesATokenThatIsNotGood(Refusal why, UnaryOperator<Jwt> wrong) {
        refuses(why, "Bearer " + wrong.apply(trial.token()).signed());
    }

    @Test
    void refusesATokenThatExpired() {
        Instant longAgo = trial.clock.instant().minus(Duration.ofHours(1)).minus(SKEW_AND_MORE);

        refuses(Refusal.EXPIRED, "Bearer " + new Jwt("app-1", trial.teams.serviceUrl(), longAgo).signed());
    }

    @Test
    void refusesATokenThatNobodySigned() {
        refuses(
                Refusal.WRONG_ALGORITHM,
                "Bearer " + trial.token().header(h -> h.put("alg", "none")).unsigned());
    }

    @Test
    void refusesWhatHasNoToken() {
        refuses(Refusal.NO_TOKEN);
    }

    @Test
    void refusesTwoTokens() {
        String good = "Bearer " + trial.token().signed();

        refuses(Refusal.NO_TOKEN, good, good);
    }

    @Test
    void readsNothingWithoutAToken() {
        assertThat(trial.post("no JSON".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(401);
    }

    static Stream<Arguments> strangeActivities() {
        return Stream.of(
                activity(Refusal.NO_SERVICE_URL, a -> a.remove("serviceUrl")),
                activity(Refusal.OTHER_SERVICE_URL, a -> a.put("serviceUrl", "https://smba.trafficmanager.net/uk/")),
                activity(Refusal.OTHER_CHANNEL, a -> a.put("channelId", "emulator")),
                activity(Refusal.OTHER_CHANNEL, a -> a.remove("channelId")),
                activity(Refusal.NO_TENANT, a -> a.remove("channelData")),
                activity(
                        Refusal.TENANTS_DIFFER,
                        a -> a.withObject("/conversation").put("tenantId", "tenant-2")),
                activity(Refusal.TENANT_NOT_ALLOWED, a -> {
                    a.withObject("/conversation").put("tenantId", "tenant-2");
                    a.withObject("/channelData/tenant").put("id", "tenant-2");
                }));
    }

    @ParameterizedTest
    @MethodSource("strangeActivities")
    void refusesWhatTheTokenWasNotGivenFor(Refusal why, Consumer<ObjectNode> wrong) {
        ObjectNode activity = trial.sample("personal-message");
        wrong.accept(activity);

        assertThat(trial.deliver(activity).statusCode()).isEqualTo(401);
        assertThat(trial.refused).containsExactly(why);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "{",
                "[]",
                "{}",
                "null",
                "\"message\"",
                "{\"type\":\"message\"}",
                "{\"type\":\"message\",\"type\":\"invoke\"}",
                "{\"type\":\"message\",\"conversation\":{\"id\":\"a:1\"}} {}",
                "{\"type\":\"message\",\"conversation\":{\"id\":\"a:1\"},\"from\":{\"id\":\"29:1\"}}",
                "{\"type\":\"message\",\"id\":\"1\",\"conversation\":{\"id\":\"a 1\"},\"from\":{\"id\":\"29:1\"}}",
                "{\"type\":\"message\",\"id\":1,\"conversation\":{\"id\":\"a:1\"},\"from\":{\"id\":\"29:1\"}}",
                "{\"type\":\"invoke\",\"id\":\"1\",\"conversation\":{\"id\":\"a:1\"},\"from\":{\"id\":\"29:1\"}}",
                "{\"type\":\"event\",\"conversation\":{\"id\":\"a:1\"},\"from\":{\"aadObjectId\":\"a b\"}}"
            })
    void doesNotUnderstandWhatIsMalformed(String body) {
        HttpResponse<String> response = signed(body.getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEmpty();
        assertThat(trial.refused).isEmpty();
        assertNothingHappened();
    }

    @Test
    void doesNotFollowJsonToAnyDepth() {
        String deep = "{\"a\":".repeat(101) + "1" + "}".repeat(101);

        assertThat(signed(deep.getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(400);
        assertNothingHappened();
    }

    @Test
    void readsNoMoreThanAMegabyte() {
        byte[] large = new byte[1_000_001];
        Arrays.fill(large, (byte) ' ');

        assertThat(signed(large).statusCode()).isEqualTo(413);
        assertNothingHappened();
    }

    @Test
    void readsNoMoreThanAMegabyteWhoseLengthIsNotSaid() {
        HttpRequest.BodyPublisher large =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_000_001]));

        assertThat(trial.send(large, "Bearer " + trial.token().signed()).statusCode())
                .isEqualTo(413);
        assertNothingHappened();
    }

    @Test
    void refusesTheTokenOfARegistrationThatServesAnotherTenant() {
        String other = "Bearer " + new Jwt("app-2", trial.teams.serviceUrl(), trial.clock.instant()).signed();

        assertThat(trial.post(bytes(trial.sample("personal-message")), other).statusCode())
                .isEqualTo(401);
        assertThat(trial.refused).containsExactly(Refusal.TENANT_NOT_ALLOWED);
        assertNothingHappened();
    }

    private void refuses(Refusal why, String... authorization) {
        HttpResponse<String> response = trial.post(bytes(trial.sample("personal-message")), authorization);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEmpty();
        assertThat(trial.refused).containsExactly(why);
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(trial.turns).isEmpty();
        assertThat(trial.teams.requests()).isEmpty();
        assertThat(trial.references.isEmpty()).isTrue();
        assertThat(trial.logged()).isEmpty();
    }

    private HttpResponse<String> signed(byte[] body) {
        return trial.post(body, "Bearer " + trial.token().signed());
    }

    private static byte[] bytes(JsonNode activity) {
        return activity.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Arguments token(Refusal why, UnaryOperator<Jwt> wrong) {
        return Arguments.of(why, wrong);
    }

    private static Arguments activity(Refusal why, Consumer<ObjectNode> wrong) {
        return Arguments.of(why, wrong);
    }
}
