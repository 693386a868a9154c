package org.secondlook.core.casework;

import java.util.Optional;

/**
 * A question that somebody in the case put to another. What it says, and the answer, are in the history.
 *
 * @param number the event by which it was put, or passed on
 * @param asking what whoever asks owes, for which they ask; where they were asked themselves, their own reply
 * @param reply by what it is answered
 * @param answer the event that holds the answer, once there is one
 */
public record AskedQuestion(int number, ObligationId asking, ObligationId reply, Optional<Integer> answer) {

    AskedQuestion answered(int event) {
        return new AskedQuestion(number, asking, reply, Optional.of(event));
    }
}
