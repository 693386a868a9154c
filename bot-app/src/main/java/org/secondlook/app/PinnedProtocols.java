package org.secondlook.app;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Partnership;

/** Open cases keep the protocol under which they began, so it must be loaded as long as they are open. */
final class PinnedProtocols {

    private PinnedProtocols() {}

    /** @throws SetupException if one is not loaded */
    static void require(Collection<Partnership> partnerships, CaseStore store) {
        String missing = partnerships.stream()
                .flatMap(partnership -> casesByProtocol(partnership, store).entrySet().stream()
                        .filter(needed -> !partnership.protocols().containsKey(ProtocolId.parse(needed.getKey())))
                        .map(needed ->
                                "Expected pack %s to be there, because open cases of partnership %s began under it: %d. Put it back into secondlook.protocol-dir."
                                        .formatted(needed.getKey(), partnership.id(), needed.getValue())))
                .collect(Collectors.joining("\n"));
        if (!missing.isEmpty()) {
            throw new SetupException(missing);
        }
    }

    private static Map<String, Long> casesByProtocol(Partnership partnership, CaseStore store) {
        return store.open(partnership.id()).values().stream()
                .map(ProtocolId::toString)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
