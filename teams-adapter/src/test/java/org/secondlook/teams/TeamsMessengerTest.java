package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.turn.Reply;
import org.secondlook.teams.card.Cards;
import org.secondlook.teams.card.Place;
import org.secondlook.teams.microsoft.FakeConnector.Request;
import org.secondlook.teams.microsoft.Samples;

/** Letters on their way out. */
class TeamsMessengerTest {

    private static final View VIEW =
            Trial.reply(Reply.Surface.MESSAGE, "A letter").view();
    private static final Channel CHANNEL = new Channel(Platform.TEAMS, Samples.TENANT, Samples.CHANNEL);

    private final Trial trial = new Trial();
    private final Messenger messenger = trial.adapter.messenger();

    @AfterEach
    void close() {
        trial.close();
    }

    @Test
    void speaksForTeams() {
        assertThat(messenger.platform()).isEqualTo(Platform.TEAMS);
    }

    @Nested
    class ToAPerson {

        @Test
        void goesToTheChatThatIsKnown() {
            known();

            assertThat(messenger.send(letter(VIEW))).isEqualTo(new Delivery.Delivered(Samples.CHAT + " 1001"));
            assertThat(trial.teams.requests()).hasSize(1);
            Request posted = trial.teams.last();
            assertThat(posted.path()).isEqualTo("/v3/conversations/" + Samples.CHAT + "/activities");
            assertThat(posted.body().path("summary").asText()).isEqualTo("An answer has come");
            assertThat(posted.body().at("/attachments/0/content")).isEqualTo(drawn(Place.CHAT));
        }

        @Test
        void alertsThem() {
            known();
            messenger.send(letter(VIEW));

            assertThat(trial.teams
                            .last()
                            .body()
                            .at("/channelData/notification/alert")
                            .asBoolean())
                    .isTrue();
        }

        @Test
        void opensAChatWithSomebodyWhoNeverWrote() {
            trial.references.rememberServiceUrl(Samples.TENANT, trial.teams.serviceUrl());

            assertThat(messenger.send(letter(VIEW)))
                    .isEqualTo(new Delivery.Delivered("a:chat-of-" + Samples.PRIYA + " 1002"));
            JsonNode opened = trial.teams.requests().get(0).body();
            assertThat(opened.at("/members/0/id").asText()).isEqualTo(Samples.PRIYA);
            assertThat(opened.path("tenantId").asText()).isEqualTo(Samples.TENANT);
            assertThat(opened.has("activity")).isFalse();
        }

        @Test
        void opensTheChatOnce() {
            trial.references.rememberServiceUrl(Samples.TENANT, trial.teams.serviceUrl());
            messenger.send(letter(VIEW));
            messenger.send(letter(VIEW));

            assertThat(trial.teams.requests())
                    .extracting(Request::path)
                    .filteredOn("/v3/conversations"::equals)
                    .hasSize(1);
            assertThat(trial.references.find(Trial.PRIYA).flatMap(PersonAddress::chat))
                    .contains("a:chat-of-" + Samples.PRIYA);
        }

        @Test
        void goesToWhereTheyWereMetLast() {
            trial.references.rememberServiceUrl(Samples.TENANT, "http://127.0.0.1:1/old/");
            trial.deliver(trial.sample("personal-execute"));

            assertThat(messenger.send(letter(VIEW))).isInstanceOf(Delivery.Delivered.class);
        }

        @Test
        void goesOutByTheRegistrationOfTheirTenant() {
            PlatformIdentity ben = new PlatformIdentity(Platform.TEAMS, "tenant-2", "ben");
            trial.references.rememberServiceUrl("tenant-2", trial.teams.serviceUrl());
            messenger.send(new Letter(new OutboxId("o-1"), ben, Optional.empty(), VIEW, false));

            assertThat(trial.teams.requests())
                    .allSatisfy(request -> assertThat(request.authorization()).contains("Bearer token-1-of-tenant-2"));
            assertThat(trial.teams.requests().get(0).body().at("/bot/id").asText())
                    .isEqualTo("28:app-2");
        }

        @Test
        void goesToAPersonOfWhoseTenantNothingWasHeardYet() {
            assertThat(messenger.send(letter(VIEW))).isInstanceOf(Delivery.Delivered.class);
            assertThat(trial.references.serviceUrl(Samples.TENANT)).isEmpty();
        }

        @Test
        void waitsForNobodyWhoseTenantIsNotServed() {
            PlatformIdentity foreign = new PlatformIdentity(Platform.TEAMS, "tenant-9", "somebody");
            trial.references.rememberServiceUrl("tenant-9", trial.teams.serviceUrl());

            assertThat(messenger.send(new Letter(new OutboxId("o-1"), foreign, Optional.empty(), VIEW, false)))
                    .isEqualTo(new Delivery.Permanent("no registration for the tenant"));
            assertThat(trial.teams.requests()).isEmpty();
        }

        @Test
        void neverGoesToAnAddressThatIsNotAllowedThoughItWasKept() {
            trial.references.remember(
                    Trial.PRIYA, new PersonAddress("https://evil.example/", Optional.of("29:1"), Optional.of("a:1")));

            assertThat(messenger.send(letter(VIEW))).isEqualTo(new Delivery.Permanent("service url not allowed"));
            assertThat(trial.teams.logins()).isEmpty();
        }
    }

    @Nested
    class ToAChannel {

        @Test
        void beginsAThreadThatMentionsThePerson() {
            known();

            assertThat(messenger.send(inChannel(VIEW)))
                    .isEqualTo(new Delivery.Delivered(Samples.CHANNEL + ";messageid=1001 1001"));
            assertThat(trial.teams.requests().get(0).path())
                    .isEqualTo("/v3/conversations/" + Samples.CHANNEL + "/members/" + Samples.PRIYA);
            JsonNode thread = trial.teams.last().body();
            assertThat(thread.at("/channelData/channel/id").asText()).isEqualTo(Samples.CHANNEL);
            assertThat(thread.at("/activity/text").asText()).isEqualTo("<at>Priya Shah</at>");
            assertThat(thread.at("/activity/attachments/0/content")).isEqualTo(drawn(Place.CHANNEL));
        }

        @Test
        void mentionsNobodyWhoIsNotInIt() {
            known();
            trial.teams.answer(404, "{\"error\":{\"code\":\"MemberNotFoundInConversation\"}}");

            assertThat(messenger.send(inChannel(VIEW))).isInstanceOf(Delivery.Delivered.class);
            assertThat(trial.teams.last().body().path("activity").has("text")).isFalse();
        }

        @Test
        void isNotSentTwiceBecauseTheMemberCouldNotBeAskedFor() {
            known();
            trial.teams.answer(503, "{}");

            assertThat(messenger.send(inChannel(VIEW))).isInstanceOf(Delivery.Temporary.class);
            assertThat(trial.teams.requests()).hasSize(1);
        }

        @Test
        void neverHoldsWhatSomebodyWrote() {
            known();
            Section quote = new Section.Quote("Asha Patel", new SharedText("Weight has fallen"));
            View heavy = new View("V-2", "A case", "An answer has come", List.of(quote), List.of(), List.of());

            assertThat(messenger.send(inChannel(heavy))).isEqualTo(new Delivery.Permanent("view does not fit a card"));
            assertThat(trial.teams.requests()).isEmpty();
            assertThat(trial.logged())
                    .contains("ERROR Letter cannot be drawn id=o-1")
                    .doesNotContain("Weight", "Asha");
        }
    }

    @Nested
    class NotTaken {

        @ParameterizedTest
        @CsvSource({"429,Throttled", "500,ServiceError", "502,BadGateway", "503,Unavailable", "504,Timeout"})
        void forNowIsTriedAgainByTheOutboxAlone(int status, String code) {
            known();
            trial.teams.answer(status, error(code), "Retry-After", "17");

            assertThat(messenger.send(letter(VIEW)))
                    .isEqualTo(new Delivery.Temporary(status + " " + code, Optional.of(Duration.ofSeconds(17))));
            assertThat(trial.teams.requests()).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource({"403,MessageWritesBlocked", "403,BotNotInConversationRoster", "404,ConversationNotFound"})
        void forGoodIsForAPersonToHear(int status, String code) {
            known();
            trial.teams.answer(status, error(code));

            assertThat(messenger.send(letter(VIEW))).isEqualTo(new Delivery.Permanent(status + " " + code));
            assertThat(trial.teams.requests()).hasSize(1);
        }

        @Test
        void whileTheChatIsOpenedLeavesNoChatBehind() {
            trial.references.rememberServiceUrl(Samples.TENANT, trial.teams.serviceUrl());
            trial.teams.answer(403, error("Forbidden"));

            assertThat(messenger.send(letter(VIEW))).isEqualTo(new Delivery.Permanent("403 Forbidden"));
            assertThat(trial.references.find(Trial.PRIYA)).isEmpty();
        }

        @Test
        void afterTheChatWasOpenedOpensNoSecondOne() {
            trial.references.rememberServiceUrl(Samples.TENANT, trial.teams.serviceUrl());
            trial.teams.answer(201, "{\"id\":\"a:opened\"}");
            trial.teams.answer(503, error("Unavailable"));
            assertThat(messenger.send(letter(VIEW))).isInstanceOf(Delivery.Unknown.class);

            assertThat(messenger.send(letter(VIEW))).isEqualTo(new Delivery.Delivered("a:opened 1001"));
            assertThat(trial.teams.requests()).hasSize(3);
        }
    }

    private void known() {
        trial.references.rememberServiceUrl(Samples.TENANT, trial.teams.serviceUrl());
        trial.references.remember(
                Trial.PRIYA,
                new PersonAddress(
                        trial.teams.serviceUrl(), Optional.of(Samples.PRIYA_IN_TEAMS), Optional.of(Samples.CHAT)));
    }

    private static Letter letter(View view) {
        return new Letter(new OutboxId("o-1"), Trial.PRIYA, Optional.empty(), view, false);
    }

    private static Letter inChannel(View view) {
        return new Letter(new OutboxId("o-1"), Trial.PRIYA, Optional.of(CHANNEL), view, false);
    }

    private static JsonNode drawn(Place place) {
        return new Cards().draw(VIEW, place);
    }

    private static String error(String code) {
        return "{\"error\":{\"code\":\"%s\"}}".formatted(code);
    }
}
