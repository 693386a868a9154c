package org.secondlook.core.turn;

import java.util.Map;
import java.util.Optional;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;

/**
 * A safeguarding partnership as it is set up now.
 *
 * @param code what the references of its cases begin with
 * @param current the protocol under which new cases begin
 * @param protocols every version that is loaded; an open case keeps its own
 */
public record Partnership(
        PartnershipId id,
        String name,
        String code,
        ProtocolId current,
        Map<ProtocolId, Protocol> protocols,
        Directory directory) {

    public Partnership {
        protocols = Map.copyOf(protocols);
    }

    /** The protocol that a case is pinned to. */
    public Protocol protocol(ProtocolId protocol) {
        return Optional.ofNullable(protocols.get(protocol))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected protocol %s to be loaded for partnership %s, but it is not".formatted(protocol, id)));
    }
}
