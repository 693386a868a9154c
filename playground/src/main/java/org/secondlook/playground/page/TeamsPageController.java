package org.secondlook.playground.page;

import org.jspecify.annotations.Nullable;
import org.secondlook.playground.teams.Outcome;
import org.secondlook.playground.teams.TeamsClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person does in their Teams client. */
@RestController
@RequestMapping("/page/teams/{person}")
final class TeamsPageController {

    private final TeamsClient teams;

    TeamsPageController(TeamsClient teams) {
        this.teams = teams;
    }

    record Typed(String text, @Nullable String thread) {

        String threadOrNone() {
            return thread == null ? "" : thread;
        }
    }

    record Press(String element, @Nullable JsonNode inputs) {

        JsonNode given() {
            return inputs == null ? MissingNode.getInstance() : inputs;
        }
    }

    @GetMapping
    ObjectNode client(@PathVariable String person) {
        return teams.show(person);
    }

    @GetMapping("/conversations/{conversation}")
    ObjectNode conversation(@PathVariable String person, @PathVariable String conversation) {
        return teams.show(person, conversation);
    }

    @PostMapping("/conversations/{conversation}/read")
    void open(@PathVariable String person, @PathVariable String conversation) {
        teams.open(person, conversation);
    }

    @PostMapping("/conversations/{conversation}/messages")
    ObjectNode say(@PathVariable String person, @PathVariable String conversation, @RequestBody Typed typed) {
        return teams.say(person, conversation, typed.text(), typed.threadOrNone());
    }

    @PostMapping("/conversations/{conversation}/messages/{message}/actions")
    Outcome press(
            @PathVariable String person,
            @PathVariable String conversation,
            @PathVariable String message,
            @RequestBody Press press) {
        return teams.press(person, conversation, message, press.element(), press.given());
    }

    @PostMapping("/dialog/actions")
    Outcome pressInDialog(@PathVariable String person, @RequestBody Press press) {
        return teams.pressInDialog(person, press.element(), press.given());
    }

    @DeleteMapping("/dialog")
    void closeDialog(@PathVariable String person) {
        teams.closeDialog(person);
    }
}
