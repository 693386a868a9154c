package org.secondlook.playground.slack.blockkit;

import static org.secondlook.playground.shape.Rule.bool;
import static org.secondlook.playground.shape.Rule.integer;
import static org.secondlook.playground.shape.Rule.list;
import static org.secondlook.playground.shape.Rule.matching;
import static org.secondlook.playground.shape.Rule.oneOf;
import static org.secondlook.playground.shape.Rule.string;

import java.util.Map;
import java.util.TreeMap;
import org.secondlook.playground.shape.Place;
import org.secondlook.playground.shape.Rule;
import org.secondlook.playground.shape.Shape;
import tools.jackson.databind.JsonNode;

/** Rules for block elements, and where each may stand. Types that Slack knows and nobody here uses pass unchecked. */
final class Elements {

    private static final Rule DATE = matching("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Rule TIME = matching("[0-9]{2}:[0-9]{2}");
    private static final Rule USER = matching("[UW][A-Z0-9]+");

    private static final Shape INTERACTIVE = Shape.typed().optional("action_id", string(1, 255));
    private static final Shape CHOOSING =
            INTERACTIVE.optional("confirm", Composition.confirm()).optional("focus_on_load", bool());
    private static final Shape PICKING = CHOOSING.optional("placeholder", Composition.plainText(150));
    private static final Shape OPTIONS = PICKING.optional("options", list(1, 100, Composition.option()))
            .optional("option_groups", list(1, 100, Composition.optionGroup()));
    private static final Shape EXTERNAL = PICKING.optional("min_query_length", integer(0, 150));
    private static final Shape TYPING = INTERACTIVE
            .optional("placeholder", Composition.plainText(150))
            .optional("focus_on_load", bool())
            .optional("initial_value", string(0, 3000))
            .optional(
                    "dispatch_action_config",
                    Shape.object()
                            .required(
                                    "trigger_actions_on",
                                    list(1, 2, oneOf("on_enter_pressed", "on_character_entered"))));

    private static final Rule BUTTON = INTERACTIVE
            .required("text", Composition.plainText(75))
            .optional("url", string(1, 3000))
            .optional("value", string(1, 2000))
            .optional("style", oneOf("primary", "danger"))
            .optional("confirm", Composition.confirm())
            .optional("accessibility_label", string(1, 75));
    private static final Rule IMAGE =
            Shape.typed().required("image_url", string(1, 3000)).required("alt_text", string(1, 2000));
    private static final Rule OVERFLOW = INTERACTIVE
            .required("options", list(1, 5, Composition.overflowOption()))
            .optional("confirm", Composition.confirm());
    private static final Rule DATE_TIME =
            CHOOSING.optional("initial_date_time", integer(1_000_000_000L, 9_999_999_999L));
    private static final Rule TEXT_INPUT = TYPING.optional("multiline", bool())
            .optional("min_length", integer(0, 3000))
            .optional("max_length", integer(1, 3000));

    private static final Map<String, Rule> CHOICES = Map.ofEntries(
            Map.entry(
                    "static_select",
                    OPTIONS.optional("initial_option", Composition.option()).and(Elements::oneList)),
            Map.entry("external_select", EXTERNAL.optional("initial_option", Composition.option())),
            Map.entry("users_select", PICKING.optional("initial_user", USER)),
            Map.entry(
                    "multi_static_select",
                    OPTIONS.optional("initial_options", list(1, 100, Composition.option()))
                            .optional("max_selected_items", integer(1, 100))
                            .and(Elements::oneList)),
            Map.entry(
                    "multi_external_select",
                    EXTERNAL.optional("initial_options", list(1, 100, Composition.option()))
                            .optional("max_selected_items", integer(1, 100))),
            Map.entry(
                    "radio_buttons",
                    CHOOSING.required("options", list(1, 10, Composition.choiceOption()))
                            .optional("initial_option", Composition.choiceOption())),
            Map.entry(
                    "checkboxes",
                    CHOOSING.required("options", list(1, 10, Composition.choiceOption()))
                            .optional("initial_options", list(1, 10, Composition.choiceOption()))),
            Map.entry("datepicker", PICKING.optional("initial_date", DATE)),
            Map.entry("timepicker", PICKING.optional("initial_time", TIME).optional("timezone", string(1, 100))),
            Map.entry("conversations_select", Rule.anything()),
            Map.entry("channels_select", Rule.anything()),
            Map.entry("multi_users_select", Rule.anything()),
            Map.entry("multi_conversations_select", Rule.anything()),
            Map.entry("multi_channels_select", Rule.anything()));

    private static final Map<String, Rule> IN_ACTIONS = more(
            CHOICES,
            Map.of(
                    "button",
                    BUTTON,
                    "overflow",
                    OVERFLOW,
                    "datetimepicker",
                    DATE_TIME,
                    "workflow_button",
                    Rule.anything()));

    private Elements() {}

    static Rule inActions() {
        return Rule.byType(IN_ACTIONS);
    }

    static Rule inSection() {
        Map<String, Rule> allowed = more(IN_ACTIONS, Map.of("image", IMAGE));
        allowed.remove("datetimepicker");
        return Rule.byType(allowed);
    }

    static Rule inInput() {
        return Rule.byType(more(
                CHOICES,
                Map.of(
                        "plain_text_input", TEXT_INPUT,
                        "datetimepicker", DATE_TIME,
                        "email_text_input", Rule.anything(),
                        "url_text_input", Rule.anything(),
                        "number_input", Rule.anything(),
                        "rich_text_input", Rule.anything(),
                        "file_input", Rule.anything())));
    }

    static Rule inContext() {
        Rule text = Composition.text(3000);
        return Rule.byType(Map.of("image", IMAGE, "plain_text", text, "mrkdwn", text));
    }

    private static void oneList(JsonNode select, Place place) {
        if (select.has("options") == select.has("option_groups")) {
            place.fault("must have either options or option_groups");
        }
    }

    private static Map<String, Rule> more(Map<String, Rule> rules, Map<String, Rule> others) {
        Map<String, Rule> both = new TreeMap<>(rules);
        both.putAll(others);
        return both;
    }
}
