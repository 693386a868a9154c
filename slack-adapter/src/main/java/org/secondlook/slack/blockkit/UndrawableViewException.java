package org.secondlook.slack.blockkit;

import java.util.List;

/** A view that Slack would refuse: a mistake of ours, in the view or in how it was drawn. */
public final class UndrawableViewException extends RuntimeException {

    UndrawableViewException(String view, List<String> faults) {
        super("Expected view %s to be within Slack's limits, but: %s".formatted(view, String.join("; ", faults)));
    }
}
