package org.secondlook.teams;

import java.util.Arrays;

/** What may be logged of a fault: its kind, and where in our own code it happened. Its message may hold words. */
record FaultPlace(String kind, String at) {

    static FaultPlace of(Throwable fault) {
        String at = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.secondlook."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("unknown");
        return new FaultPlace(fault.getClass().getName(), at);
    }
}
