package org.secondlook.faults;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with their client: what they see, fill in and press. Each act is one signed request of their platform. */
abstract class Person {

    final ReentrantLock attention = new ReentrantLock();
    final Http fakes;
    final String handle;

    /** The references of what they raised. */
    final Set<String> raised = ConcurrentHashMap.newKeySet();

    Person(Http fakes, String handle) {
        this.fakes = fakes;
        this.handle = handle;
    }

    /** Lets the bot know of their own chat. */
    void opensChat() {}

    /** Begins a difference of view; the screen comes when it comes. */
    abstract void begins();

    /** Presses a button of a message. */
    abstract void presses(Mail.Message message, String words);

    /** What is asked and shown at the moment. */
    abstract Optional<JsonNode> screen();

    /** Fills in a screen by its labels, and presses a button of it. */
    abstract void answers(JsonNode screen, Map<String, String> entered, String button);

    /** Puts away what is open. */
    abstract void closes();

    static ObjectNode object() {
        return Http.JSON.createObjectNode();
    }
}
