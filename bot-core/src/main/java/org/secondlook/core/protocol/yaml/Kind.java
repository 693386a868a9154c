package org.secondlook.core.protocol.yaml;

/** What a name in a pack can stand for. */
enum Kind {
    CLOCK("clock"),
    ROLE("role"),
    CONTACT("contact"),
    SLOT("text"),
    QUESTION("question"),
    FORM("form"),
    TRACK("track"),
    STAGE("stage"),
    DUTY("duty"),
    AREA("area");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** What sentences call it. */
    String word() {
        return word;
    }
}
