package org.secondlook.playground.slack;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The app's own place in the client, with its tabs Home and Messages. */
final class AppHome {

    private final Messages messages;
    private final Views views;
    private final Events events;

    AppHome(Messages messages, Views views, Events events) {
        this.messages = messages;
        this.views = views;
        this.events = events;
    }

    void open(Member member, String tab) {
        ObjectNode event = JsonMapper.shared()
                .createObjectNode()
                .put("type", "app_home_opened")
                .put("user", member.id())
                .put("channel", member.workspace().appChat(member.id()).id())
                .put("tab", tab)
                .put("event_ts", messages.nextTs());
        if (tab.equals("home")) {
            views.home(member).ifPresent(home -> event.set("view", home));
        }
        events.send("app_home_opened", member.workspace(), event);
    }
}
