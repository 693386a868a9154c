package org.secondlook.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.teams.microsoft.FakeConnector;
import org.secondlook.teams.microsoft.FakeConnector.Request;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings;
import org.secondlook.teams.settings.TeamsSettings.Timeouts;
import org.secondlook.teams.token.AccessTokens;

class ConnectorTest {

    private static final Registration COUNCIL = new Registration("app-1", "tenant-1", "s=cret & 1");
    private static final Registration TRUST = new Registration("app-2", "tenant-2", "secret-2");
    private static final String CHAT = "a:1pL6i0oY3C0K8";

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final FakeConnector teams = new FakeConnector();
    private final Connector connector = connector(Timeouts.DEFAULT);
    private final Endpoint at = new Endpoint(COUNCIL, teams.serviceUrl());

    @AfterEach
    void close() {
        connector.close();
        teams.close();
    }

    @Nested
    class Requests {

        @Test
        void sendACard() {
            Posted posted = connector.send(at, CHAT, message());

            Request request = teams.last();
            assertThat(posted).isEqualTo(new Posted(CHAT, "1001"));
            assertThat(posted).hasToString("a:1pL6i0oY3C0K8 1001");
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v3/conversations/" + CHAT + "/activities");
            assertThat(request.body().path("type").asText()).isEqualTo("message");
            assertThat(request.body().path("summary").asText()).isEqualTo("New: you have something to read");
            assertThat(request.body().has("text")).isFalse();
            assertThat(request.body().has("timestamp")).isFalse();
            assertThat(request.body().has("channelData")).isFalse();
            assertThat(request.body().at("/attachments/0/contentType").asText())
                    .isEqualTo("application/vnd.microsoft.card.adaptive");
            assertThat(request.body().at("/attachments/0/content")).isEqualTo(card());
        }

        @Test
        void tellThePersonWhereverTheyAre() {
            connector.send(at, CHAT, message().alerting());

            assertThat(teams.last().body().at("/channelData/notification/alert").asBoolean())
                    .isTrue();
        }

        @Test
        void replaceACard() {
            connector.update(at, new Posted("19:abc@thread.tacv2;messageid=17", "17"), message());

            assertThat(teams.last().method()).isEqualTo("PUT");
            assertThat(teams.last().path())
                    .isEqualTo("/v3/conversations/19:abc@thread.tacv2;messageid=17/activities/17");
            assertThat(teams.last().body().at("/attachments/0/content")).isEqualTo(card());
        }

        @Test
        void beginAThreadInAChannel() {
            Member priya = new Member("29:priya", "Priya <b>Shah");
            Posted posted = connector.post(
                    at, "19:abc@thread.tacv2", new CardMessage(card(), "Urgent: open now").mentioning(priya));

            assertThat(posted).isEqualTo(new Posted("19:abc@thread.tacv2;messageid=1001", "1001"));
            Request request = teams.last();
            assertThat(request.path()).isEqualTo("/v3/conversations");
            assertThat(request.body().path("isGroup").asBoolean()).isTrue();
            assertThat(request.body().at("/bot/id").asText()).isEqualTo("28:app-1");
            assertThat(request.body().at("/channelData/channel/id").asText()).isEqualTo("19:abc@thread.tacv2");
            assertThat(request.body().at("/activity/text").asText()).isEqualTo("<at>Priya bShah</at>");
            assertThat(request.body().at("/activity/entities/0/type").asText()).isEqualTo("mention");
            assertThat(request.body().at("/activity/entities/0/text").asText()).isEqualTo("<at>Priya bShah</at>");
            assertThat(request.body().at("/activity/entities/0/mentioned/id").asText())
                    .isEqualTo("29:priya");
            assertThat(request.body().at("/activity/attachments/0/content")).isEqualTo(card());
        }

        @Test
        void openAChat() {
            assertThat(connector.open(at, "tenant-1", "29:priya")).isEqualTo("a:chat-of-29:priya");

            Request request = teams.last();
            assertThat(request.path()).isEqualTo("/v3/conversations");
            assertThat(request.body().path("isGroup").asBoolean()).isFalse();
            assertThat(request.body().path("tenantId").asText()).isEqualTo("tenant-1");
            assertThat(request.body().at("/bot/id").asText()).isEqualTo("28:app-1");
            assertThat(request.body().at("/members/0/id").asText()).isEqualTo("29:priya");
        }

        @Test
        void findAMember() {
            assertThat(connector.member(at, "19:abc@thread.tacv2", "aad-1"))
                    .contains(new Member("29:aad-1", "Priya Shah"));
            assertThat(teams.last().path()).isEqualTo("/v3/conversations/19:abc@thread.tacv2/members/aad-1");

            teams.answer(404, error("MemberNotFoundInConversation"));
            assertThat(connector.member(at, "19:abc@thread.tacv2", "aad-1")).isEmpty();
        }

        @Test
        void takeAnAnswerThatCannotBeReadForDone() {
            teams.answer(201, "<html>");
            assertThat(connector.send(at, CHAT, message())).isEqualTo(new Posted(CHAT, ""));
            teams.answer(202, "");
            assertThat(connector.send(at, CHAT, message())).isEqualTo(new Posted(CHAT, ""));
            teams.answer(201, "{}");
            assertThat(connector.send(at, CHAT, message())).isEqualTo(new Posted(CHAT, ""));
            teams.answer(201, "{}");
            assertThat(connector.post(at, "19:abc", message())).isEqualTo(new Posted("", ""));
        }
    }

    @Nested
    class Tokens {

        @Test
        void areFetchedOnceForManyRequests() {
            for (int i = 0; i < 3; i++) {
                connector.send(at, CHAT, message());
            }

            assertThat(teams.logins())
                    .singleElement()
                    .satisfies(login -> assertThat(login)
                            .startsWith("tenant-1 ")
                            .contains("grant_type=client_credentials")
                            .contains("client_id=app-1")
                            .contains("client_secret=s%3Dcret+%26+1")
                            .contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default"));
            assertThat(teams.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).contains("Bearer token-1-of-tenant-1"));
        }

        @Test
        void areRenewedShortlyBeforeTheyExpire() {
            connector.send(at, CHAT, message());
            later(Duration.ofMinutes(54));
            connector.send(at, CHAT, message());
            assertThat(teams.logins()).hasSize(1);

            later(Duration.ofMinutes(1));
            connector.send(at, CHAT, message());
            assertThat(teams.logins()).hasSize(2);
            assertThat(teams.last().authorization()).contains("Bearer token-2-of-tenant-1");
        }

        @Test
        void areThoseOfTheRegistration() {
            connector.send(at, CHAT, message());
            connector.send(new Endpoint(TRUST, teams.serviceUrl()), CHAT, message());

            assertThat(teams.requests().get(0).authorization()).contains("Bearer token-1-of-tenant-1");
            assertThat(teams.requests().get(1).authorization()).contains("Bearer token-2-of-tenant-2");
        }

        @Test
        void areFetchedAnewWhenTheConnectorNoLongerTakesThem() {
            teams.answer(401, error("Unauthorized"));

            assertThat(failed().delivery()).isInstanceOf(Delivery.Temporary.class);
            connector.send(at, CHAT, message());
            assertThat(teams.last().authorization()).contains("Bearer token-2-of-tenant-1");
        }

        @ParameterizedTest
        @CsvSource({"400,{}", "401,{}", "500,{}", "200,{}", "200,[]", "200,no JSON", "302,{}"})
        void thatCannotBeFetchedAreWaitedFor(int status, String body) {
            teams.answerLogin(status, body);

            assertThat(failed().delivery()).isInstanceOf(Delivery.Temporary.class);
            assertThat(teams.requests()).isEmpty();
        }
    }

    @Nested
    class AFailedLogin {

        @Test
        void isNotTriedAgainAtOnce() {
            teams.answerLogin(503, "{}");

            assertThat(failed().delivery()).isInstanceOf(Delivery.Temporary.class);
            assertThat(failed().delivery()).isInstanceOf(Delivery.Temporary.class);
            assertThat(teams.logins()).hasSize(1);
            assertThat(teams.requests()).isEmpty();
        }

        @Test
        void isTriedAgainSoon() {
            teams.answerLogin(503, "{}");
            assertThat(failed().delivery()).isInstanceOf(Delivery.Temporary.class);

            later(Duration.ofSeconds(5));
            connector.send(at, CHAT, message());
            assertThat(teams.logins()).hasSize(2);
        }
    }

    @Nested
    class Failures {

        @ParameterizedTest
        @CsvSource({
            "400,BadSyntax",
            "403,BotNotInConversationRoster",
            "403,MessageWritesBlocked",
            "403,Forbidden",
            "404,ConversationNotFound",
            "405,MethodNotAllowed",
            "409,Conflict",
            "413,MessageSizeTooBig"
        })
        void forGood(int status, String code) {
            teams.answer(status, error(code));

            assertThat(failed().delivery()).isEqualTo(new Delivery.Permanent(status + " " + code));
            assertThat(teams.requests()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"412,PreconditionFailed", "429,Throttled"})
        void forNowWithoutAnotherAttempt(int status, String code) {
            teams.answer(status, error(code));

            assertThat(failed().delivery()).isEqualTo(new Delivery.Temporary(status + " " + code, Optional.empty()));
            assertThat(teams.requests()).hasSize(1);
        }

        @Test
        void whoseReasonIsNested() {
            teams.answer(403, """
                    {"errorCode":"209","message":"{\\"subCode\\":\\"MessageWritesBlocked\\",\\"details\\":\\"x\\"}"}
                    """);

            assertThat(failed().delivery()).isEqualTo(new Delivery.Permanent("403"));
        }

        @Test
        void whoseAnswerIsNoJson() {
            teams.answer(413, "<html><body>Request Entity Too Large</body></html>");

            assertThat(failed().delivery()).isEqualTo(new Delivery.Permanent("413"));
        }

        @Test
        void neverSayWhatWasSent() {
            teams.answer(400, error("Weight has fallen"));

            assertThat(failed().delivery()).isEqualTo(new Delivery.Permanent("400"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        7                             | PT7S
                        0                             | PT0S
                        86400                         | PT1H
                        Tue, 1 Dec 2026 10:00:30 GMT  | PT30S
                        Tue, 1 Dec 2026 09:00:00 GMT  | PT0S
                        """)
        void thatSayWhenToTryAgain(String header, Duration wait) {
            teams.answer(429, error("Throttled"), "Retry-After", header);

            assertThat(failed().delivery()).isEqualTo(new Delivery.Temporary("429 Throttled", Optional.of(wait)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"soon", "-1", "99999999999999999999"})
        void thatSayItInAWayNobodyKnows(String header) {
            teams.answer(429, error("Throttled"), "Retry-After", header);

            assertThat(failed().delivery()).isEqualTo(new Delivery.Temporary("429 Throttled", Optional.empty()));
        }

        @ParameterizedTest
        @CsvSource({
            "408,RequestTimeout",
            "500,ServiceError",
            "502,BadGateway",
            "503,ServiceUnavailable",
            "504,GatewayTimeout"
        })
        void afterWhichNobodyKnowsWhetherItWasPosted(int status, String code) {
            teams.answer(status, error(code));

            assertThat(failed().delivery()).isEqualTo(new Delivery.Unknown(status + " " + code));
            assertThat(teams.requests()).hasSize(1);
        }

        @Test
        void ofARequestThatPostsNothing() {
            teams.answer(500, error("ServiceError"));

            UndeliveredException fault =
                    catchThrowableOfType(UndeliveredException.class, () -> connector.open(at, "tenant-1", "29:ben"));

            assertThat(fault.delivery()).isEqualTo(new Delivery.Temporary("500 ServiceError", Optional.empty()));
        }

        @Test
        void becauseNobodyAnswersInTime() {
            try (Connector hasty = connector(new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2)))) {
                hasty.send(at, CHAT, message());
                teams.hang();
                UndeliveredException fault =
                        catchThrowableOfType(UndeliveredException.class, () -> hasty.send(at, CHAT, message()));

                assertThat(fault.delivery()).isInstanceOf(Delivery.Unknown.class);
                assertThat(teams.requests()).hasSize(2);
            }
        }

        @Test
        void becauseAConnectionBroke() {
            connector.send(at, CHAT, message());
            teams.close();

            assertThat(failed().delivery()).isInstanceOf(Delivery.Unknown.class);
        }

        @Test
        void becauseOfARedirectWhichIsNotFollowed() {
            try (FakeConnector elsewhere = new FakeConnector()) {
                teams.answer(307, "{}", "Location", elsewhere.serviceUrl() + "v3/conversations/x/activities");

                assertThat(failed().delivery()).isEqualTo(new Delivery.Permanent("307"));
                assertThat(elsewhere.requests()).isEmpty();
            }
        }

        @Test
        void becauseOfAHostThatIsNotAllowed() {
            try (FakeConnector elsewhere = new FakeConnector()) {
                UndeliveredException fault = catchThrowableOfType(
                        UndeliveredException.class,
                        () -> connector.send(new Endpoint(COUNCIL, elsewhere.serviceUrl()), CHAT, message()));

                assertThat(fault.delivery()).isEqualTo(new Delivery.Permanent("service url not allowed"));
                assertThat(elsewhere.requests()).isEmpty();
                assertThat(teams.logins()).isEmpty();
            }
        }
    }

    private UndeliveredException failed() {
        return catchThrowableOfType(UndeliveredException.class, () -> connector.send(at, CHAT, message()));
    }

    private Connector connector(Timeouts timeouts) {
        TeamsSettings settings = new TeamsSettings(
                List.of(COUNCIL, TRUST),
                URI.create(teams.origin() + "/metadata"),
                teams.tokenUrl(),
                new ServiceUrls(List.of(teams.origin())),
                teams.serviceUrl(),
                timeouts);
        return new Connector(settings, new AccessTokens(settings, clock), clock);
    }

    private void later(Duration duration) {
        clock.set(clock.instant().plus(duration));
    }

    private static CardMessage message() {
        return new CardMessage(card(), "New: you have something to read");
    }

    private static ObjectNode card() {
        ObjectNode card = JsonNodeFactory.instance.objectNode().put("type", "AdaptiveCard");
        card.putArray("body").addObject().put("type", "TextBlock").put("text", "Siân \uD83D\uDC76");
        return card;
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"%s\",\"message\":\"Weight has fallen\"}}".formatted(code);
    }
}
