package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.app.trial.Northshire;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.InMemoryCaseStore;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Writing;

class PinnedProtocolsTest {

    private static final CaseId ONE = new CaseId("case-1");
    private static final CaseId OTHER = new CaseId("case-2");
    private static final ProtocolId BRADFORD = new ProtocolId("bradford", 1);
    private static final ProtocolId GONE = new ProtocolId("ours", 3);

    private final InMemoryCaseStore store = new InMemoryCaseStore();
    private final Partnership partnership = northshire();

    private static Partnership northshire() {
        Protocol bradford = PackReader.readBundled(BRADFORD).protocol();
        return new Partnership(
                new PartnershipId("northshire"),
                "Northshire",
                "NS",
                BRADFORD,
                Map.of(BRADFORD, bradford),
                DirectoryReader.read("northshire.yaml", Northshire.text()).directory());
    }

    @BeforeEach
    void twoOpenCases() {
        store.commit(
                partnership.id(),
                Writing.turn("t-1").to(ONE, 0).openUnder(BRADFORD).commit());
        store.commit(
                partnership.id(),
                Writing.turn("t-2").to(OTHER, 0).openUnder(GONE).commit());
    }

    @Test
    void mustBeLoadedWhileCasesAreOpenUnderThem() {
        assertThatThrownBy(() -> PinnedProtocols.require(List.of(partnership), store))
                .isInstanceOf(SetupException.class)
                .hasMessage("Expected pack ours@3 to be there, because open cases of partnership northshire began under"
                        + " it: 1. Put it back into secondlook.protocol-dir.");
    }

    @Test
    void areNeededNoLongerOnceTheirCasesAreClosed() {
        store.commit(partnership.id(), Writing.turn("t-3").to(OTHER, 1).closed().commit());

        assertThatCode(() -> PinnedProtocols.require(List.of(partnership), store))
                .doesNotThrowAnyException();
    }
}
