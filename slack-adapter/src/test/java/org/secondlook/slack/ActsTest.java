package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.slack.blockkit.ViewBuilder.aView;
import static org.secondlook.slack.blockkit.ViewBuilder.action;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.slack.blockkit.ViewBuilder;

/** Which turn each kind of request becomes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActsTest {

    private static final PlatformIdentity ASHA =
            new PlatformIdentity(Platform.SLACK, SlackOverHttp.TRUST, Payloads.USER);

    private static final Map<String, List<String>> EVERYTHING = Map.of(
            "P-0", List.of("o2"),
            "P-8", List.of("o1", "o3"),
            "P-5.reference", List.of("HV-20931"),
            "P-6", List.of("Closed on 24 November."),
            "P-4.on", List.of("2026-11-30"),
            "I-1b.at", List.of("10:05"),
            "P-6.whose", List.of("o4"));

    private final View view = ViewBuilder.everything();
    private final SlackOverHttp slack = new SlackOverHttp();

    @BeforeEach
    void answersSomething() {
        View answer = aView().with(new Section.Text(Words.plain("Yes."))).build();
        slack.answering(turn -> Optional.of(new Reply(Reply.Surface.SCREEN, answer)));
    }

    @AfterAll
    void stops() {
        slack.close();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "help,help", "' cases ',cases", "a &lt; b,a < b"})
    void aCommandBegins(String text, String word) {
        slack.send(Payloads.command(text));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Begun(word));
        assertThat(slack.onlyTurn().by()).isEqualTo(ASHA);
        assertThat(slack.onlyTurn().id().value()).startsWith("slack.13345224609.738474920.");
    }

    @Test
    void theShortcutBegins() {
        slack.send(Payloads.shortcut("raise"));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Begun(""));
        assertThat(slack.onlyTurn().by()).isEqualTo(ASHA);
    }

    @Test
    void openingTheHomeTabIsALook() {
        String body = Payloads.homeOpened("home");
        slack.send(body);

        assertThat(slack.onlyTurn()).isEqualTo(new Turn(new TurnId("slack." + eventId(body)), ASHA, new Turn.Looked()));
    }

    @Test
    void aMessageInTheChatIsTyped() {
        String body = Payloads.message("I have a worry");
        slack.send(body);

        assertThat(slack.onlyTurn())
                .isEqualTo(new Turn(new TurnId("slack." + eventId(body)), ASHA, new Turn.Typed("I have a worry")));
    }

    @Test
    void aCallInAChannelIsOnlyAGreeting() {
        slack.send(Payloads.mention(SlackOverHttp.TRUST));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Typed("hello"));
    }

    @Test
    void aButtonOfAModalBringsWhatWasEntered() {
        JsonObject press = Payloads.pressInModal(view, "Back");
        slack.send(Payloads.payload(press));

        assertThat(slack.onlyTurn())
                .isEqualTo(new Turn(
                        new TurnId("slack." + Payloads.trigger(press)),
                        ASHA,
                        new Turn.Pressed("token of Back", EVERYTHING)));
    }

    @Test
    void aButtonOfTheHomeTabIsPressed() {
        slack.send(Payloads.payload(Payloads.pressInHome(view, "Read it")));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Pressed("token of Read it", EVERYTHING));
    }

    @Test
    void aButtonOfAMessageIsPressed() {
        slack.send(Payloads.payload(Payloads.pressInMessage(view, Payloads.CHAT, "Continue")));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Pressed("token of Continue", EVERYTHING));
    }

    @Test
    void theSubmitButtonTakesTheTokenThatTheModalCarries() {
        JsonObject submission = Payloads.submit(view);
        slack.send(Payloads.payload(submission));

        assertThat(slack.onlyTurn())
                .isEqualTo(new Turn(
                        new TurnId("slack." + Payloads.trigger(submission)),
                        ASHA,
                        new Turn.Pressed("token of Continue", EVERYTHING)));
    }

    @Test
    void ofSeveralActionsTheButtonCounts() {
        JsonObject press = Payloads.pressInModal(view, "Back");
        JsonArray actions = press.getAsJsonArray("actions");
        JsonObject picked = JsonParser.parseString("{\"type\":\"datepicker\",\"action_id\":\"date\",\"value\":\"x\"}")
                .getAsJsonObject();
        JsonArray both = new JsonArray();
        both.add(picked);
        both.add(actions.get(0));
        press.add("actions", both);

        slack.send(Payloads.payload(press));

        assertThat(slack.onlyTurn().input()).isEqualTo(new Turn.Pressed("token of Back", EVERYTHING));
    }

    @Test
    void twoPressesAreTwoTurns() {
        slack.send(Payloads.payload(Payloads.pressInModal(view, "Back")));
        slack.send(Payloads.payload(Payloads.pressInModal(view, "Back")));

        assertThat(slack.turns).extracting(Turn::id).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void anEventThatIsDeliveredAgainIsNotAnsweredAgain() {
        String body = Payloads.message("hello");
        slack.send(body);
        slack.clock.set(slack.clock.instant().plusSeconds(60));
        slack.send(body);

        assertThat(slack.turns).hasSize(1);
        assertThat(slack.api.methods()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot_id", "subtype", "channel", "nobody"})
    void whatIsNotTypedToTheBotIsNoTurn(String what) {
        slack.send(Payloads.event("message", event -> {
            event.addProperty("channel_type", what.equals("channel") ? "group" : "im");
            event.addProperty("channel", Payloads.CHAT);
            event.addProperty("text", "hello");
            if (what.equals("bot_id")) {
                event.addProperty("bot_id", "B0BOT");
            }
            if (what.equals("subtype")) {
                event.addProperty("subtype", "message_changed");
            }
            if (what.equals("nobody")) {
                event.add("user", JsonNull.INSTANCE);
            }
        }));
        slack.send(Payloads.homeOpened("messages"));
        slack.send(Payloads.shortcut("another"));
        slack.send(Payloads.command("help").replace("second-look", "another"));
        slack.send(Payloads.event("channel_created", event -> {}));

        assertThat(slack.turns).isEmpty();
        assertThat(slack.incidents).isEmpty();
    }

    @Test
    void eachEventThatArrivesIsToldOfAndTheBotsOwnAreKnown() {
        String own = Payloads.event("message", event -> {
            event.addProperty("channel_type", "im");
            event.addProperty("channel", Payloads.CHAT);
            event.addProperty("text", "New: you have something to read");
            event.addProperty("bot_id", "B0BOT");
        });
        slack.send(own);
        slack.send(Payloads.message("hello"));
        slack.send(Payloads.homeOpened("messages"));
        slack.send(Payloads.command("help"));

        assertThat(slack.arrivals)
                .containsExactly(SlackOverHttp.TRUST + " own", SlackOverHttp.TRUST, SlackOverHttp.TRUST);
    }

    /** The same user id in three teams, acting in one of them; and in an organisation of several workspaces. */
    @ParameterizedTest(name = "installed {0}, team {1}, enterprise {2}, own {3}")
    @CsvSource({
        "T0NSHIRENHS, T0NSHIRENHS, , T0NSHIRENHS, T0NSHIRENHS",
        "T0HILLSIDES, T0HILLSIDES, , T0HILLSIDES, T0HILLSIDES",
        "T0NSHIRENHS, T0NSHIRENHS, , T0HILLSIDES, ",
        "T0NSHIRENHS, T0NSHIRENHS, , T0ELSEWHERE, ",
        "T0NSHIRENHS, T0NSHIRENHS, E0COUNTY, E0COUNTY, ",
        "E0COUNTY, T0INCOUNTY, E0COUNTY, T0INCOUNTY, E0COUNTY",
        "E0COUNTY, T0INCOUNTY, E0COUNTY, E0COUNTY, E0COUNTY",
        "E0COUNTY, T0INCOUNTY, E0COUNTY, T0ELSEWHERE, ",
        "none, T0ELSEWHERE, , T0ELSEWHERE, ",
        "none, T0ELSEWHERE, E0ELSEWHERE, T0NSHIRENHS, "
    })
    void knowsAPersonByTheirOwnTeam(String installed, String team, String enterprise, String own, String organisation) {
        JsonObject press = Payloads.pressInModal(view, "Back");
        press.getAsJsonObject("team").addProperty("id", team);
        press.getAsJsonObject("user").addProperty("team_id", own);
        if (enterprise != null) {
            press.add("enterprise", JsonParser.parseString("{\"id\":\"%s\"}".formatted(enterprise)));
        }

        slack.send(Payloads.payload(press));

        if (organisation == null) {
            assertThat(slack.turns).isEmpty();
            assertThat(slack.incidents)
                    .containsExactly(installed.equals("none") ? Incident.UNKNOWN_WORKSPACE : Incident.STRANGER);
        } else {
            assertThat(slack.onlyTurn().by())
                    .isEqualTo(new PlatformIdentity(Platform.SLACK, organisation, Payloads.USER));
        }
    }

    @Test
    void aGuestWhoCallsTheBotIsAStranger() {
        slack.send(Payloads.mention("T0ELSEWHERE"));

        assertThat(slack.turns).isEmpty();
        assertThat(slack.api.only("chat.postEphemeral").get("blocks")).contains("I can't show that");
    }

    @Test
    void aModalOfOursThatWasOpenedElsewhereBelongsToOurWorkspace() {
        JsonObject submission = Payloads.submit(view);
        submission.getAsJsonObject("team").addProperty("id", "T0ELSEWHERE");
        submission.getAsJsonObject("user").addProperty("team_id", "T0ELSEWHERE");
        submission.getAsJsonObject("view").addProperty("app_installed_team_id", SlackOverHttp.TRUST);

        slack.send(Payloads.payload(submission));

        assertThat(slack.turns).isEmpty();
        assertThat(slack.incidents).containsExactly(Incident.STRANGER);
    }

    @Test
    void aModalWithoutATokenTakesNothing() {
        View read = aView().with(new Section.Text(Words.plain("Read.")))
                .acting(action("Back", Style.NORMAL))
                .build();

        assertThat(slack.send(Payloads.payload(Payloads.submit(read))).statusCode())
                .isEqualTo(200);
        assertThat(slack.turns).isEmpty();
    }

    private static String eventId(String body) {
        return JsonParser.parseString(body).getAsJsonObject().get("event_id").getAsString();
    }
}
