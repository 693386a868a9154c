package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.slack.blockkit.ViewBuilder.aView;
import static org.secondlook.slack.blockkit.ViewBuilder.action;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.slack.FakeWebApi.Answer;
import org.secondlook.slack.FakeWebApi.Call;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackMessengerTest {

    private static final PlatformIdentity TOM =
            new PlatformIdentity(Platform.SLACK, SlackOverHttp.TRUST, "U0TOMREED01");
    private static final Channel TEAM = new Channel(Platform.SLACK, SlackOverHttp.TRUST, Payloads.CHANNEL);
    private static final View VIEW = aView().with(new Section.Heading("New: you have something to read"))
            .with(new Section.Text(Words.plain("NS-2026-0001")))
            .acting(action("Read it", Style.PRIMARY))
            .build();

    private final SlackOverHttp slack = new SlackOverHttp();
    private final Messenger messenger = slack.adapter().messenger();

    @BeforeEach
    void beginsAnew() {
        slack.answering(turn -> Optional.empty());
    }

    @AfterAll
    void stops() {
        slack.close();
    }

    @Test
    void postsInThePersonsChat() {
        Delivery delivery = messenger.send(letter(Optional.empty()));

        assertThat(delivery)
                .isInstanceOfSatisfying(
                        Delivery.Delivered.class,
                        delivered -> assertThat(delivered.place()).matches("T0NSHIRENHS/D0TOMREED01/\\d+\\.\\d{6}"));
        Call post = slack.api.only("chat.postMessage");
        assertThat(post.token()).isEqualTo("xoxb-trust");
        assertThat(post.get("channel")).isEqualTo("U0TOMREED01");
        assertThat(post.get("text")).isEqualTo(VIEW.notice());
        assertThat(post.get("unfurl_links")).isEqualTo("0");
        assertThat(post.get("unfurl_media")).isEqualTo("0");
        assertThat(post.get("blocks")).contains("NS-2026-0001").doesNotContain("U0TOMREED01");
    }

    @Test
    void postsInAPrivateChannelAndCallsThePersonAfterTheNotice() {
        Delivery delivery = messenger.send(letter(Optional.of(TEAM)));

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.api.methods()).containsExactly("conversations.info", "chat.postMessage");
        Call post = slack.api.only("chat.postMessage");
        assertThat(post.get("channel")).isEqualTo(Payloads.CHANNEL);
        assertThat(post.blocks().get(0).toString()).contains("New: you have something to read");
        assertThat(post.blocks().get(1).toString()).contains("\"user_id\":\"U0TOMREED01\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"is_private\":false",
                "\"is_channel\":true",
                "\"is_private\":true,\"is_shared\":true",
                "\"is_private\":true,\"is_ext_shared\":true",
                "\"is_private\":true,\"is_pending_ext_shared\":true",
                "\"is_private\":true,\"is_org_shared\":true"
            })
    void postsNothingWhereOthersCouldRead(String flags) {
        slack.api.next(
                "conversations.info", Answer.of("{\"ok\":true,\"channel\":{\"id\":\"C0\",%s}}".formatted(flags)));

        Delivery delivery = messenger.send(letter(Optional.of(TEAM)));

        assertThat(delivery).isInstanceOf(Delivery.Permanent.class);
        assertThat(slack.api.methods()).containsExactly("conversations.info");
    }

    @Test
    void asksAgainEachTimeWhetherAChannelIsStillPrivate() {
        messenger.send(letter(Optional.of(TEAM)));
        slack.api.next(
                "conversations.info",
                Answer.of("{\"ok\":true,\"channel\":{\"is_private\":true,\"is_ext_shared\":true}}"));

        assertThat(messenger.send(letter(Optional.of(TEAM)))).isEqualTo(new Delivery.Permanent("channel_shared"));
    }

    @ParameterizedTest
    @CsvSource({
        "channel_not_found, permanent",
        "not_in_channel, permanent",
        "is_archived, permanent",
        "account_inactive, permanent",
        "user_not_found, permanent",
        "invalid_auth, permanent",
        "not_authed, permanent",
        "token_revoked, permanent",
        "token_expired, permanent",
        "missing_scope, permanent",
        "no_permission, permanent",
        "team_access_not_granted, permanent",
        "restricted_action, permanent",
        "cannot_dm_bot, permanent",
        "messages_tab_disabled, permanent",
        "msg_too_long, permanent",
        "invalid_blocks, permanent",
        "something_new, permanent",
        "ratelimited, temporary",
        "rate_limited, temporary",
        "internal_error, unknown",
        "fatal_error, unknown",
        "service_unavailable, temporary",
        "request_timeout, unknown",
        "team_added_to_org, temporary",
        "org_login_required, temporary"
    })
    void tellsWhatPassesFromWhatDoesNot(String error, String kind) {
        slack.api.next("chat.postMessage", Answer.error(error));

        Delivery delivery = messenger.send(letter(Optional.empty()));

        assertThat(delivery).isEqualTo(delivery(kind, error));
        assertThat(slack.api.calls()).hasSize(1);
    }

    @Test
    void saysWhenSlackWantsToBeAskedAgain() {
        slack.api.next("chat.postMessage", new Answer(429, "", Map.of("Retry-After", "30")));

        assertThat(messenger.send(letter(Optional.empty())))
                .isEqualTo(new Delivery.Temporary("ratelimited", Optional.of(Duration.ofSeconds(30))));
        assertThat(slack.api.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "429, soon, ratelimited, temporary",
        "500, '', http_500, unknown",
        "503, '', http_503, unknown",
        "408, '', http_408, unknown",
        "302, '', http_302, permanent",
        "404, '', http_404, permanent"
    })
    void judgesAnAnswerWithoutWordsByItsStatus(int status, String retryAfter, String reason, String kind) {
        slack.api.next("chat.postMessage", new Answer(status, "", Map.of("Retry-After", retryAfter)));

        assertThat(messenger.send(letter(Optional.empty()))).isEqualTo(delivery(kind, reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>", "{"})
    void triesAgainLaterWhereSlackSpeaksNonsense(String nonsense) {
        slack.api.next("chat.postMessage", Answer.of(nonsense));

        assertThat(messenger.send(letter(Optional.empty()))).isEqualTo(new Delivery.Unknown("unreadable_answer"));
    }

    @Test
    void givesUpWaitingAndNeverPostsTwice() {
        slack.api.next("chat.postMessage", Answer.none());

        assertThat(messenger.send(letter(Optional.empty()))).isEqualTo(new Delivery.Unknown("no_answer"));
        assertThat(slack.api.calls()).hasSize(1);
    }

    private static Delivery delivery(String kind, String reason) {
        return switch (kind) {
            case "permanent" -> new Delivery.Permanent(reason);
            case "unknown" -> new Delivery.Unknown(reason);
            default -> new Delivery.Temporary(reason, Optional.empty());
        };
    }

    @Test
    void doesNotPostAgainWhatStandsInTheChatAlready() {
        messenger.send(letter(Optional.empty()));
        String metadata = slack.api.calls().get(0).get("metadata");
        slack.api.next("conversations.open", Answer.of("{\"ok\":true,\"channel\":{\"id\":\"D1\"}}"));
        slack.api.next(
                "conversations.history",
                Answer.of("{\"ok\":true,\"messages\":[{\"ts\":\"1.0\"},{\"ts\":\"2.0\",\"metadata\":%s}]}"
                        .formatted(metadata)));

        Delivery delivery = messenger.send(perhapsSent());

        assertThat(delivery).isEqualTo(new Delivery.Delivered(SlackOverHttp.TRUST + "/D1/2.0"));
        assertThat(slack.api.methods())
                .containsExactly("chat.postMessage", "conversations.open", "conversations.history");
    }

    @Test
    void postsAgainWhatDoesNotStandInTheChat() {
        slack.api.next("conversations.open", Answer.of("{\"ok\":true,\"channel\":{\"id\":\"D1\"}}"));
        slack.api.next("conversations.history", Answer.of("{\"ok\":true,\"messages\":[{\"ts\":\"1.0\"}]}"));

        assertThat(messenger.send(perhapsSent())).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.api.methods()).endsWith("chat.postMessage");
    }

    @Test
    void ratherPostsTwiceThanNotAtAllWhereSlackDoesNotLetItLook() {
        slack.api.next("conversations.open", Answer.error("missing_scope"));

        assertThat(messenger.send(perhapsSent())).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.api.methods()).containsExactly("conversations.open", "chat.postMessage");
    }

    private static Letter perhapsSent() {
        return new Letter(new OutboxId("1"), TOM, Optional.empty(), VIEW, true);
    }

    @Test
    void wasNotGivenWhereSlackCannotBeReached() {
        try (SlackOverHttp gone = new SlackOverHttp()) {
            Messenger toNobody = gone.adapter().messenger();
            gone.api.close();

            assertThat(toNobody.send(letter(Optional.empty())))
                    .isEqualTo(new Delivery.Temporary("not_reached", Optional.empty()));
        }
    }

    @Test
    void triesAgainLaterWhereNobodyKnowsWhetherAChannelIsPrivate() {
        slack.api.next("conversations.info", Answer.status(500));

        assertThat(messenger.send(letter(Optional.of(TEAM)))).isInstanceOf(Delivery.Temporary.class);
        assertThat(slack.api.methods()).containsExactly("conversations.info");
    }

    @Test
    void cannotPostWhereTheAppIsNotInstalled() {
        PlatformIdentity elsewhere = new PlatformIdentity(Platform.SLACK, "T0ELSEWHERE", "U0TOMREED01");

        assertThat(messenger.send(new Letter(new OutboxId("1"), elsewhere, Optional.empty(), VIEW, false)))
                .isEqualTo(new Delivery.Permanent("workspace_not_set_up"));
    }

    @Test
    void postsInThePersonsChatWhereTheTeamAnswersOnAnotherPlatform() {
        Channel teams = new Channel(Platform.TEAMS, "tenant", "19:team");

        assertThat(messenger.send(letter(Optional.of(teams)))).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.api.methods()).containsExactly("chat.postMessage");
    }

    @Test
    void reportsALetterThatCannotBeDrawn() {
        View undrawable = new View("T-1", "Title", "", VIEW.sections(), VIEW.inputs(), VIEW.actions());

        assertThat(messenger.send(new Letter(new OutboxId("1"), TOM, Optional.empty(), undrawable, false)))
                .isEqualTo(new Delivery.Permanent("undrawable"));
        assertThat(slack.api.calls()).isEmpty();
    }

    private static Letter letter(Optional<Channel> channel) {
        return new Letter(new OutboxId("1"), TOM, channel, VIEW, false);
    }
}
