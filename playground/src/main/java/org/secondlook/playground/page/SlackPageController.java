package org.secondlook.playground.page;

import org.jspecify.annotations.Nullable;
import org.secondlook.playground.slack.Outcome;
import org.secondlook.playground.slack.SlackClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does in their Slack client. */
@RestController
@RequestMapping("/page/slack/{person}")
final class SlackPageController {

    private final SlackClient slack;

    SlackPageController(SlackClient slack) {
        this.slack = slack;
    }

    record Typed(String text, @Nullable String thread) {

        String threadOrNone() {
            return thread == null ? "" : thread;
        }
    }

    record Tab(String tab) {}

    record Press(
            SlackClient.Place place,
            String element,
            @Nullable JsonNode values) {

        JsonNode given() {
            return values == null ? MissingNode.getInstance() : values;
        }
    }

    record Search(SlackClient.Place place, String element, String text) {}

    record Filled(@Nullable JsonNode values) {

        JsonNode given() {
            return values == null ? MissingNode.getInstance() : values;
        }
    }

    record Closing(boolean whole) {}

    @GetMapping
    ObjectNode client(@PathVariable String person) {
        return slack.show(person);
    }

    @GetMapping("/conversations/{conversation}")
    ObjectNode conversation(@PathVariable String person, @PathVariable String conversation) {
        return slack.show(person, conversation);
    }

    @PostMapping("/conversations/{conversation}/read")
    void read(@PathVariable String person, @PathVariable String conversation) {
        slack.read(person, conversation);
    }

    @PostMapping("/conversations/{conversation}/messages")
    ObjectNode say(@PathVariable String person, @PathVariable String conversation, @RequestBody Typed typed) {
        return slack.say(person, conversation, typed.text(), typed.threadOrNone());
    }

    @PostMapping("/conversations/{conversation}/commands")
    Outcome command(@PathVariable String person, @PathVariable String conversation, @RequestBody Typed typed) {
        return slack.command(person, conversation, typed.text());
    }

    @PostMapping("/shortcuts/{callbackId}")
    Outcome shortcut(@PathVariable String person, @PathVariable String callbackId) {
        return slack.shortcut(person, callbackId);
    }

    @PostMapping("/app-home")
    void openAppHome(@PathVariable String person, @RequestBody Tab tab) {
        slack.openAppHome(person, tab.tab());
    }

    @PostMapping("/actions")
    Outcome press(@PathVariable String person, @RequestBody Press press) {
        return slack.press(person, press.place(), press.element(), press.given());
    }

    @PostMapping("/options")
    ArrayNode options(@PathVariable String person, @RequestBody Search search) {
        return slack.suggestions(person, search.place(), search.element(), search.text());
    }

    @PostMapping("/views/{view}/submission")
    Outcome submit(@PathVariable String person, @PathVariable String view, @RequestBody Filled filled) {
        return slack.submit(person, view, filled.given());
    }

    @PostMapping("/views/{view}/closing")
    void close(@PathVariable String person, @PathVariable String view, @RequestBody Closing closing) {
        slack.close(person, view, closing.whole());
    }
}
