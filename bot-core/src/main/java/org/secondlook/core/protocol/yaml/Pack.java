package org.secondlook.core.protocol.yaml;

import java.util.List;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.yaml.Warning;

/** A protocol as its file gives it, and what a person should know before using it. */
public record Pack(Protocol protocol, List<Warning> warnings) {

    public Pack {
        warnings = List.copyOf(warnings);
    }

    /** Whether real cases may use it: nothing is left to fill in or to confirm. */
    public boolean isReadyForLiveUse() {
        return warnings.stream().noneMatch(Warning::blocksLiveUse);
    }
}
