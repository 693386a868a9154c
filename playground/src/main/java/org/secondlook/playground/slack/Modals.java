package org.secondlook.playground.slack;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.bot.Later;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person submits or closes a modal. */
final class Modals {

    private final Views views;
    private final Requests requests;
    private final Interactions interactions;
    private final Later later;

    Modals(Views views, Requests requests, Interactions interactions, Later later) {
        this.views = views;
        this.requests = requests;
        this.interactions = interactions;
        this.later = later;
    }

    Outcome submit(Member member, ObjectNode view, JsonNode given) {
        Form form = new Form(view.path("blocks"), given);
        Map<String, String> faults = form.faults();
        if (!faults.isEmpty()) {
            return Outcome.errors(faults);
        }
        ObjectNode payload = interactions.triggering("view_submission", member, id(view));
        payload.set("view", view.deepCopy().set("state", form.state()));
        payload.putArray("response_urls");
        Answer answer = requests.interaction(payload);
        if (!answer.ok()) {
            return Outcome.trouble(Presses.TROUBLE);
        }
        try {
            return follow(member, view, answer.body().isBlank() ? "{}" : answer.body());
        } catch (SlackFault | JacksonException e) {
            return Outcome.trouble(Presses.TROUBLE, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** @param whole whether the person closes every modal at once, or only the topmost */
    void close(Member member, ObjectNode view, boolean whole) {
        boolean cleared = whole || view.path("clear_on_close").asBoolean(false);
        List<ObjectNode> stack = views.stack(member);
        if (cleared) {
            views.clear(member);
            stack.forEach(open -> tellClosed(member, open, true));
        } else {
            views.close(member, id(view));
            tellClosed(member, view, false);
        }
    }

    private Outcome follow(Member member, ObjectNode view, String body) {
        JsonNode answer = JsonMapper.shared().readTree(body);
        switch (answer.path("response_action").asString("")) {
            case "" -> views.close(member, id(view));
            case "clear" -> views.clear(member);
            case "update" -> views.update(member.workspace(), view, null, answer.path("view"));
            case "push" -> views.push(member, id(view), answer.path("view"));
            case "errors" -> {
                return errors(view, answer.path("errors"));
            }
            default -> {
                return Outcome.trouble(Presses.TROUBLE, List.of("unknown response_action"));
            }
        }
        return Outcome.DONE;
    }

    private static Outcome errors(ObjectNode view, JsonNode errors) {
        Map<String, String> byBlock = new LinkedHashMap<>();
        errors.forEachEntry((block, message) -> byBlock.put(block, message.asString("")));
        List<String> inputs = view.path("blocks")
                .valueStream()
                .filter(block -> block.path("type").asString("").equals("input"))
                .map(block -> block.path("block_id").asString(""))
                .toList();
        if (byBlock.isEmpty() || !inputs.containsAll(byBlock.keySet())) {
            return Outcome.trouble(Presses.TROUBLE, List.of("errors must name input blocks"));
        }
        return Outcome.errors(byBlock);
    }

    private void tellClosed(Member member, ObjectNode view, boolean cleared) {
        if (view.path("notify_on_close").asBoolean(false)) {
            ObjectNode payload = interactions.payload("view_closed", member).put("is_cleared", cleared);
            payload.set("view", view);
            later.run(Duration.ZERO, () -> requests.interaction(payload));
        }
    }

    private static String id(ObjectNode view) {
        return view.path("id").asString("");
    }
}
