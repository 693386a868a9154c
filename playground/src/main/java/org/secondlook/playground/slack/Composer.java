package org.secondlook.playground.slack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.world.SlackApp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The composer of a person's client: messages, slash commands and shortcuts. */
final class Composer {

    private static final String SLACKBOT = "USLACKBOT";

    private final Messages messages;
    private final Events events;
    private final Requests requests;
    private final Interactions interactions;
    private final ResponseUrls responseUrls;

    Composer(
            Messages messages, Events events, Requests requests, Interactions interactions, ResponseUrls responseUrls) {
        this.messages = messages;
        this.events = events;
        this.requests = requests;
        this.interactions = interactions;
        this.responseUrls = responseUrls;
    }

    /** Posts what a person typed and tells the app of it if the app is there. Returns the message. */
    ObjectNode say(Member member, Conversation conversation, String typed, String threadTs) {
        Workspace workspace = member.workspace();
        String text = escaped(workspace, typed);
        ObjectNode message = JsonMapper.shared()
                .createObjectNode()
                .put("type", "message")
                .put("user", member.id())
                .put("client_msg_id", UUID.randomUUID().toString())
                .put("text", text)
                .put("team", workspace.id());
        ArrayNode blocks = richText(typed);
        Ids.complete(blocks);
        message.set("blocks", blocks);
        if (!threadTs.isEmpty()) {
            message.put("thread_ts", threadTs);
        }
        messages.post(conversation, message);
        messages.markRead(conversation, member);
        events.message(workspace, conversation, message);
        if (conversation.kind().isChannel()
                && text.contains("<@" + workspace.bot().userId() + ">")) {
            events.mention(workspace, conversation, message);
        }
        return message;
    }

    /** Runs a line such as {@code /second-look help}. */
    Outcome command(Member member, Conversation conversation, String line) {
        SlackApp app = member.workspace().app();
        String[] words = line.strip().split("\\s+", 2);
        if (!words[0].equals(app.command())) {
            slackbot(member, conversation, words[0] + " is not a valid command.");
            return Outcome.DONE;
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", app.verificationToken());
        form.put("team_id", member.workspace().id());
        form.put("team_domain", member.workspace().domain());
        form.put("channel_id", conversation.id());
        form.put("channel_name", conversation.payloadName());
        form.put("user_id", member.id());
        form.put("user_name", Workspace.username(member.user().name()));
        form.put("command", words[0]);
        form.put("text", words.length == 2 ? escaped(member.workspace(), words[1]) : "");
        form.put("api_app_id", app.id());
        form.put("is_enterprise_install", "false");
        form.put("response_url", responseUrls.issue(member, conversation, null));
        form.put("trigger_id", interactions.trigger(member));
        Answer answer = requests.command(form);
        if (!answer.ok()) {
            String error = answer.timedOut() ? "operation_timeout" : "dispatch_failed";
            slackbot(member, conversation, words[0] + " failed with the error \"" + error + "\"");
        } else if (!answer.body().isBlank()) {
            responseUrls.answer(member, conversation, body(answer.body()));
        }
        return Outcome.DONE;
    }

    Outcome shortcut(Member member, String callbackId) {
        ObjectNode payload = interactions
                .triggering("shortcut", member, null)
                .put("callback_id", callbackId)
                .put("action_ts", messages.nextTs());
        return requests.interaction(payload).ok() ? Outcome.DONE : Outcome.trouble(Presses.TROUBLE);
    }

    private void slackbot(Member member, Conversation conversation, String text) {
        messages.whisper(
                conversation,
                member.id(),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("type", "message")
                        .put("user", SLACKBOT)
                        .put("text", text));
    }

    /** An answer is a message object, or plain text. */
    private static JsonNode body(String body) {
        try {
            JsonNode parsed = JsonMapper.shared().readTree(body);
            if (parsed.isObject()) {
                return parsed;
            }
        } catch (JacksonException e) {
            // Plain text, which Slack shows as it is.
        }
        return JsonMapper.shared().createObjectNode().put("text", body);
    }

    /** What Slack makes of typed text: three escapes, and names become mentions. */
    private static String escaped(Workspace workspace, String typed) {
        String text = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        text = text.replace("@" + workspace.app().name(), "<@" + workspace.bot().userId() + ">");
        for (var user : workspace.users()) {
            text = text.replace("@" + user.name(), "<@" + user.id() + ">");
        }
        return text;
    }

    private static ArrayNode richText(String typed) {
        ArrayNode blocks = JsonMapper.shared().createArrayNode();
        blocks.addObject()
                .put("type", "rich_text")
                .putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .putArray("elements")
                .addObject()
                .put("type", "text")
                .put("text", typed);
        return blocks;
    }
}
