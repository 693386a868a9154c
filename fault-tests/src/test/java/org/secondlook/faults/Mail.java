package org.secondlook.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
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
     * @param answered whether the platform's answer to the bot left
     * @param references of the cases that it names
     * @param words as they read
     */
    record Message(
            int number,
            Instant at,
            boolean answered,
            String conversation,
            Set<String> readers,
            Set<String> references,
            String words,
            JsonNode json) {

        /** Its name on its platform. */
        String id() {
            return json.path("ts").asString(json.path("id").asString(""));
        }

        boolean isAbout(String reference, String text) {
            return of(reference).contains(text);
        }

        /** What it says of a case: all of it, or the line in a list. */
        private String of(String reference) {
            if (!references.contains(reference)) {
                return "";
            }
            if (references.size() == 1) {
                return words;
            }
            String line = words.substring(words.indexOf(reference) + reference.length());
            Matcher next = REFERENCE.matcher(line);
            return next.find() ? line.substring(0, next.start()) : line;
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
        return new Message(
                entry.path("number").intValue(),
                Instant.parse(entry.path("at").stringValue()),
                entry.path("answered").booleanValue(),
                entry.path("conversation").stringValue(),
                entry.path("readers").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet()),
                REFERENCE.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet()),
                words,
                json);
    }
}
