package org.secondlook.core.protocol.yaml;

/** Words of a pack that its grammar does not have. The message is the end of a sentence: "counts from ...". */
final class NotUnderstood extends Exception {

    NotUnderstood(String message) {
        super(message);
    }
}
