package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.slack.blockkit.ViewBuilder.aView;
import static org.secondlook.slack.blockkit.ViewBuilder.action;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;
import org.secondlook.core.turn.RepeatedTurnException;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Reply.Surface;
import org.secondlook.core.turn.TurnFault;
import org.secondlook.slack.FakeWebApi.Answer;
import org.secondlook.slack.FakeWebApi.Call;
import org.secondlook.slack.blockkit.ViewBuilder;

/** Where a person sees the answer to what they did. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private static final View STANDING = ViewBuilder.everything();
    private static final View ANSWER = aView().titled("The answer")
            .with(new Section.Text(Words.plain("This is what comes next.")))
            .acting(action("Carry on", Style.PRIMARY))
            .build();

    /** Where somebody acts. */
    enum Where {
        COMMAND(Payloads.command("")),
        SHORTCUT(Payloads.shortcut("raise")),
        HOME_OPENED(Payloads.homeOpened("home")),
        HOME_BUTTON(Payloads.payload(Payloads.pressInHome(STANDING, "Back"))),
        MODAL_BUTTON(Payloads.payload(Payloads.pressInModal(STANDING, "Back"))),
        SUBMISSION(Payloads.payload(Payloads.submit(STANDING))),
        CHAT(Payloads.message("hello")),
        MENTION(Payloads.mention(SlackOverHttp.TRUST)),
        CHAT_BUTTON(Payloads.payload(Payloads.pressInMessage(STANDING, Payloads.CHAT, "Back"))),
        CHANNEL_BUTTON(Payloads.payload(Payloads.pressInMessage(STANDING, Payloads.CHANNEL, "Back"))),
        FLEETING_BUTTON(Payloads.payload(Payloads.pressInFleetingMessage(STANDING, "Back")));

        final String body;

        Where(String body) {
            this.body = body;
        }
    }

    private final SlackOverHttp slack = new SlackOverHttp();

    @BeforeEach
    void answersSomething() {
        slack.answering(turn -> Optional.of(new Reply(Surface.SCREEN, ANSWER)));
    }

    @AfterAll
    void stops() {
        slack.close();
    }

    @ParameterizedTest(name = "{1} from {0}: {2}")
    @CsvSource({
        "COMMAND, SCREEN, views.open",
        "COMMAND, HOME, views.open",
        "COMMAND, CHAT, chat.postMessage views.open",
        "SHORTCUT, SCREEN, views.open",
        "SHORTCUT, HOME, views.open",
        "SHORTCUT, CHAT, chat.postMessage views.open",
        "HOME_OPENED, HOME, views.publish",
        "HOME_BUTTON, SCREEN, views.open",
        "HOME_BUTTON, HOME, views.publish",
        "HOME_BUTTON, CHAT, chat.postMessage views.open",
        "HOME_BUTTON, MESSAGE, views.open",
        "MODAL_BUTTON, SCREEN, views.update",
        "MODAL_BUTTON, HOME, views.update",
        "MODAL_BUTTON, CHAT, chat.postMessage views.update",
        "MODAL_BUTTON, MESSAGE, views.update",
        "SUBMISSION, SCREEN, update",
        "SUBMISSION, HOME, update",
        "SUBMISSION, CHAT, chat.postMessage update",
        "CHAT, CHAT, chat.postMessage",
        "CHAT, HOME, chat.postMessage",
        "CHAT, SCREEN, chat.postMessage",
        "MENTION, CHAT, chat.postEphemeral",
        "MENTION, HOME, chat.postEphemeral",
        "CHAT_BUTTON, SCREEN, views.open",
        "CHAT_BUTTON, HOME, views.open",
        "CHAT_BUTTON, CHAT, chat.postMessage chat.update",
        "CHAT_BUTTON, MESSAGE, chat.update",
        "CHANNEL_BUTTON, SCREEN, views.open",
        "CHANNEL_BUTTON, HOME, views.open",
        "CHANNEL_BUTTON, CHAT, chat.postMessage views.open",
        "CHANNEL_BUTTON, MESSAGE, chat.update",
        "FLEETING_BUTTON, SCREEN, views.open",
        "FLEETING_BUTTON, MESSAGE, views.open",
        "FLEETING_BUTTON, CHAT, chat.postMessage views.open",
        "COMMAND, BESIDE, views.open",
        "HOME_OPENED, BESIDE, views.publish",
        "HOME_BUTTON, BESIDE, views.open",
        "MODAL_BUTTON, BESIDE, views.push",
        "SUBMISSION, BESIDE, push",
        "CHAT, BESIDE, chat.postMessage",
        "MENTION, BESIDE, chat.postEphemeral",
        "CHAT_BUTTON, BESIDE, views.open"
    })
    void isShownWhereThePersonActed(Where where, Surface surface, String expected) {
        slack.answering(turn -> Optional.of(new Reply(surface, ANSWER)));

        HttpResponse<String> acknowledged = slack.send(where.body);

        String seen = String.join(" ", slack.api.methods());
        if (!acknowledged.body().isEmpty()) {
            JsonObject answer = JsonParser.parseString(acknowledged.body()).getAsJsonObject();
            assertThat(answer.getAsJsonObject("view").toString()).contains("The answer");
            seen = (seen + " " + answer.get("response_action").getAsString()).strip();
        }
        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(seen).isEqualTo(expected);
        assertThat(slack.incidents).isEmpty();
        assertThat(slack.api.calls())
                .allSatisfy(call -> assertThat(call.token()).isEqualTo("xoxb-trust"));
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void isTheStrangersWhereTheDirectoryKnowsNobody(Where where) {
        slack.answering(turn -> Optional.empty());

        HttpResponse<String> acknowledged = slack.send(where.body);

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(everythingShown(acknowledged)).contains("I can't show that").doesNotContain("reference");
        assertThat(slack.incidents).containsExactly(Incident.STRANGER);
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void saysThatSomethingWentWrongWithAReferenceThatSupportFinds(Where where) {
        slack.answering(turn -> {
            throw new IllegalStateException("canary-7f3a", new IllegalArgumentException("canary-7f3a"));
        });

        HttpResponse<String> acknowledged = slack.send(where.body);

        String reference = TurnFault.reference(slack.onlyTurn().id());
        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(everythingShown(acknowledged)).contains("Something went wrong", reference);
        assertThat(slack.incidents).containsExactly(Incident.FAULT);
        assertThat(slack.logged())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("ERROR")
                        .contains(
                                reference,
                                "turn=" + slack.onlyTurn().id(),
                                "caller=T0NSHIRENHS/U0ASHAPATEL",
                                "IllegalStateException@slack.AnswersTest")
                        .doesNotContain("canary"));
    }

    @Test
    void doesNotTakeAwayWhatWasTypedWhenSomethingWentWrong() {
        slack.answering(turn -> {
            throw new IllegalStateException();
        });

        HttpResponse<String> submitted = slack.send(Where.SUBMISSION.body);
        slack.send(Where.MODAL_BUTTON.body);

        assertThat(submitted.body()).contains("\"response_action\":\"push\"");
        assertThat(slack.api.methods()).containsExactly("views.push");
    }

    @ParameterizedTest
    @EnumSource(Where.class)
    void passesOverATurnThatCameBeforeAsAnother(Where where) {
        slack.answering(turn -> {
            throw new RepeatedTurnException(new TurnId("slack.1"));
        });

        HttpResponse<String> acknowledged = slack.send(where.body);

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).isEmpty();
        assertThat(slack.incidents).containsExactly(Incident.REPEATED_TURN);
        assertThat(slack.api.calls()).isEmpty();
    }

    @Nested
    class WhenSlackDoesNotShowIt {

        @ParameterizedTest
        @ValueSource(strings = {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "internal_error"})
        void saysInTheChatHowToOpenItAgain(String error) {
            slack.api.next("views.open", Answer.error(error));

            HttpResponse<String> acknowledged = slack.send(Where.CHAT_BUTTON.body);

            assertThat(acknowledged.statusCode()).isEqualTo(200);
            assertThat(slack.api.methods()).containsExactly("views.open", "chat.postMessage");
            Call said = slack.api.only("chat.postMessage");
            assertThat(said.get("channel")).isEqualTo(Payloads.USER);
            assertThat(said.get("blocks")).contains("Open it again");
            assertThat(slack.incidents).containsExactly(Incident.NOT_SHOWN);
        }

        @ParameterizedTest
        @CsvSource({"MODAL_BUTTON, views.update, SCREEN", "CHANNEL_BUTTON, chat.update, MESSAGE"})
        void saysSoForWhatStandsAlreadyToo(Where where, String method, Surface surface) {
            slack.answering(turn -> Optional.of(new Reply(surface, ANSWER)));
            slack.api.next(method, Answer.error("not_found"));

            slack.send(where.body);

            assertThat(slack.api.methods()).containsExactly(method, "chat.postMessage");
        }

        @Test
        void saysNothingIfThePersonSeesSomethingNewerAlready() {
            slack.api.next("views.update", Answer.error("hash_conflict"));

            slack.send(Where.MODAL_BUTTON.body);

            assertThat(slack.api.methods()).containsExactly("views.update");
            assertThat(slack.incidents).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 429, 500, 503, 302, 404})
        void acknowledgesInTimeWhateverSlackDoes(int status) {
            slack.api.next("views.open", Answer.status(status));
            slack.api.next("chat.postMessage", Answer.status(status));

            assertThat(slack.send(Where.COMMAND.body).statusCode()).isEqualTo(200);

            assertThat(slack.api.methods()).containsExactly("views.open", "chat.postMessage");
            assertThat(slack.incidents).containsExactly(Incident.NOT_SHOWN, Incident.NOT_SHOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "<html>", "{", "[]", "{}"})
        void acknowledgesWhateverSlackSays(String nonsense) {
            slack.api.next("views.open", Answer.of(nonsense));

            assertThat(slack.send(Where.COMMAND.body).statusCode()).isEqualTo(200);
            assertThat(slack.incidents).containsExactly(Incident.NOT_SHOWN);
        }

        @Test
        void saysNothingAboutALookThatDidNothing() {
            slack.answering(turn -> Optional.of(new Reply(Surface.HOME, ANSWER)));
            slack.api.next("views.publish", Answer.error("internal_error"));

            slack.send(Where.HOME_OPENED.body);

            assertThat(slack.api.methods()).containsExactly("views.publish");
        }

        @Test
        void logsIdsOnly() {
            slack.api.next("views.open", Answer.error("expired_trigger_id"));

            slack.send(Where.COMMAND.body);

            assertThat(slack.logged())
                    .singleElement()
                    .isEqualTo("WARN Slack view not shown caller=T0NSHIRENHS/U0ASHAPATEL method=views.open"
                            + " error=expired_trigger_id ");
        }
    }

    @Test
    void namesTheDialogAndItsStateWhenItReplacesOne() {
        slack.send(Where.MODAL_BUTTON.body);

        Call update = slack.api.only("views.update");
        assertThat(update.get("view_id")).isEqualTo("V0STANDING");
        assertThat(update.get("hash")).isEqualTo("1764583200.abc");
        assertThat(update.view().has("external_id")).isFalse();
    }

    @Test
    void takesTheButtonsOffAMessageWhenTheChatGoesOn() {
        slack.answering(turn -> Optional.of(new Reply(Surface.CHAT, ANSWER)));
        View question = aView().with(new Section.Heading("A & B"))
                .with(new Section.Quote("Said", new SharedText("1 < 2, <!channel> &lt;")))
                .with(new Section.Row("Row", "Value", action("Change", Style.NORMAL)))
                .asking(ViewBuilder.input("P-6", Input.Kind.TEXT, List.of(), List.of()))
                .acting(action("Yes", Style.NORMAL))
                .build();
        JsonObject press = Payloads.pressInMessage(question, Payloads.CHAT, "Yes");
        press.add(
                "message",
                JsonParser.parseString(press.get("message")
                        .toString()
                        .replace("\\u0026", "&")
                        .replace("\\u003c", "<")
                        .replace("\\u003e", ">")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")));

        slack.send(Payloads.payload(press));

        Call update = slack.api.only("chat.update");
        assertThat(update.get("channel")).isEqualTo(Payloads.CHAT);
        assertThat(update.get("ts")).isEqualTo(Payloads.MESSAGE_TS);
        assertThat(update.get("text")).isEqualTo(question.notice());
        assertThat(update.blocks().toString())
                .contains("A & B", "1 < 2, <!channel> &lt;", "Row\\nValue")
                .doesNotContain("button", "actions", "input", "&amp;", "accessory");
    }

    @Test
    void keepsWhomAChannelMessageCalled() {
        slack.answering(turn -> Optional.of(new Reply(Surface.MESSAGE, ANSWER)));

        slack.send(Where.CHANNEL_BUTTON.body);

        Call update = slack.api.only("chat.update");
        assertThat(update.get("channel")).isEqualTo(Payloads.CHANNEL);
        assertThat(update.get("blocks")).contains("U0TOMREED01", "This is what comes next.");
    }

    @Test
    void isPostedWithoutPreviewsOfLinks() {
        slack.answering(turn -> Optional.of(new Reply(Surface.CHAT, ANSWER)));

        slack.send(Where.CHAT.body);

        Call post = slack.api.only("chat.postMessage");
        assertThat(post.get("unfurl_links")).isEqualTo("0");
        assertThat(post.get("unfurl_media")).isEqualTo("0");
        assertThat(post.get("text")).isEqualTo(ANSWER.notice());
    }

    @Test
    void isSpokenWithTheTokenOfTheWorkspace() {
        slack.send(Payloads.message("hello").replace(SlackOverHttp.TRUST, SlackOverHttp.SCHOOL));

        assertThat(slack.api.only("chat.postMessage").token()).isEqualTo("xoxb-school");
    }

    @Test
    void tellsAStrangerFromAnUnknownWorkspaceInTheAnswerItself() {
        HttpResponse<String> answer = slack.send(Payloads.command("").replace(SlackOverHttp.TRUST, "T0ELSEWHERE"));

        assertThat(answer.body()).contains("ephemeral", "I can't show that");
        assertThat(slack.api.calls()).isEmpty();
        assertThat(slack.turns).isEmpty();
    }

    /** The faulty screen replaces the one that stands, so that its button fits what is stored by then. */
    @Test
    void showsWhatIsWrongWithAnAnswerInPlace() {
        View faulty = aView().asking(new Input(
                        "P-6",
                        Input.Kind.TEXT,
                        "What was decided?",
                        "",
                        true,
                        List.of(),
                        List.of("half an answer"),
                        Optional.of("Enter what was decided")))
                .acting(action("Go on", Style.SUBMIT))
                .build();
        slack.answering(turn -> Optional.of(new Reply(Surface.SCREEN, faulty)));

        JsonObject answer =
                JsonParser.parseString(slack.send(Where.SUBMISSION.body).body()).getAsJsonObject();

        assertThat(answer.get("response_action").getAsString()).isEqualTo("update");
        assertThat(answer.toString())
                .contains("Enter what was decided", "half an answer", "\"private_metadata\":\"token of Go on\"");
    }

    private String everythingShown(HttpResponse<String> acknowledged) {
        StringBuilder shown = new StringBuilder(acknowledged.body());
        slack.api
                .calls()
                .forEach(call -> shown.append(call.form().getOrDefault("view", ""))
                        .append(call.form().getOrDefault("blocks", "")));
        return shown.toString().replace("\\u0027", "'");
    }
}
