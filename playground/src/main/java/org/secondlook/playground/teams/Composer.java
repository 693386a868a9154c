package org.secondlook.playground.teams;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The compose box of a person's client. */
final class Composer {

    private final Posts posts;
    private final Activities activities;

    Composer(Posts posts, Activities activities) {
        this.posts = posts;
        this.activities = activities;
    }

    /**
     * Posts what a person typed. The bot hears of it in a personal chat, and in a channel when it is mentioned.
     *
     * @param root the first message of the thread that is answered, or empty for a new post
     */
    ObjectNode say(Member member, Chat chat, String typed, String root) {
        ObjectNode message =
                JsonMapper.shared().createObjectNode().put("text", typed).put("textFormat", "plain");
        message.set("from", member.account());
        if (!root.isEmpty()) {
            message.put("root", root);
        }
        posts.add(chat, message);
        posts.markRead(chat, member);
        boolean mentioned = typed.contains("@" + chat.tenant().bot().name());
        if (chat.team() == null || mentioned) {
            String id = message.path("id").asString("");
            String thread = root.isEmpty() ? id : root;
            ObjectNode activity = activities
                    .activity("message", member, chat, thread)
                    .put("id", id)
                    .put("textFormat", "plain");
            text(activity, chat, typed, mentioned);
            if (chat.team() != null && !root.isEmpty()) {
                activity.put("replyToId", root);
            }
            activities.deliver(chat.tenant(), activity);
        }
        return message;
    }

    private static void text(ObjectNode activity, Chat chat, String typed, boolean mentioned) {
        String name = chat.tenant().bot().name();
        String at = "<at>" + name + "</at>";
        activity.put("text", typed.replace("@" + name, at));
        if (mentioned) {
            ObjectNode mention =
                    activity.withArrayProperty("entities").addObject().put("type", "mention");
            mention.put("text", at)
                    .putObject("mentioned")
                    .put("id", chat.tenant().bot().accountId())
                    .put("name", name);
        }
        String html = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        activity.putArray("attachments")
                .addObject()
                .put("contentType", "text/html")
                .put("content", "<p>" + html + "</p>");
    }
}
