package org.secondlook.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The messages that the platforms accepted. */
final class Mail {

    private static final Pattern REFERENCE = Pattern.compile("NS-\\d{4}-\\d{4}");

    private final Http fakes;
    private final List<Message> messages = new ArrayList<>();

    Mail(Http fakes) {
        this.fakes = fakes;
    }

    /**
     * An accepted message.
     *
     * @param at when, by the clock on the wall
     * @param reference of the case that it is about; empty if none is named
     * @param words as they read
     */
    record Message(
            int number,
            Instant at,
            String conversation,
            Set<String> readers,
            String reference,
            String words,
            JsonNode json) {

        /** Its name on its platform. */
        String id() {
            return json.path("ts").asString(json.path("id").asString(""));
        }

        boolean isAbout(String theReference, String text) {
            return reference.equals(theReference) && words.contains(text);
        }
    }

    synchronized List<Message> all() {
        fakes.get("/mishaps/inbox?from=" + messages.size()).forEach(entry -> messages.add(message(entry)));
        return List.copyOf(messages);
    }

    Optional<Message> last(Predicate<Message> wanted) {
        return all().stream().filter(wanted).reduce((one, later) -> later);
    }

    private static Message message(JsonNode entry) {
        JsonNode json = entry.path("message");
        String words = Words.of(json);
        Matcher reference = REFERENCE.matcher(words);
        return new Message(
                entry.path("number").intValue(),
                Instant.parse(entry.path("at").stringValue()),
                entry.path("conversation").stringValue(),
                entry.path("readers").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet()),
                reference.find() ? reference.group() : "",
                words,
                json);
    }
}
