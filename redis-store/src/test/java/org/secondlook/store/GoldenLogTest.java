package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.protocol.Closing.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a log as an earlier release stored it, byte for byte. Once released, the file is never written again: what is
 * stored differently from then on gets another version, and the old one is still read.
 */
class GoldenLogTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/secondlook/store");
    private static final PartnershipId PARTNERSHIP = new PartnershipId("northshire");

    private final Seals seals =
            KeyFile.openOrCreate(FOLDER.resolve("golden-key.json")).seals();
    private final CaseLog log = new CaseLog(PARTNERSHIP, SampleCase.ID, seals);

    @Test
    void isReadAsItWasMeant() throws IOException {
        History read = log.read(golden());

        assertThat(read).isEqualTo(SampleCase.history());
    }

    @Test
    void leadsToTheSameState() throws IOException {
        Case theCase = log.read(golden()).replay();

        assertThat(theCase)
                .usingRecursiveComparison()
                .isEqualTo(SampleCase.history().replay());
        assertThat(theCase.status()).isEqualTo(Case.Status.CLOSED);
        assertThat(theCase.outcome()).contains(Outcome.CHANGED);
        assertThat(theCase.open()).isEmpty();
        assertThat(theCase.marks()).containsExactly("late answer");
        assertThat(theCase.done(new ObligationId("step-3.decide.council"))).isPresent();
        assertThat(theCase.proposal().orElseThrow().yes()).hasSize(2);
    }

    @Test
    void isHowTheSameIsStillStored() throws IOException {
        List<byte[]> written =
                log.write(0, log.beginning(), SampleCase.history().events());

        assertThat(opened(written)).isEqualTo(opened(golden()));
    }

    /** The lines of the file. To make it anew before a first release, delete it. */
    private List<byte[]> golden() throws IOException {
        Path file = FOLDER.resolve("golden-case.log");
        if (!Files.exists(file)) {
            List<byte[]> events =
                    log.write(0, log.beginning(), SampleCase.history().events());
            Files.write(
                    file, events.stream().map(event -> new String(event, UTF_8)).toList());
        }
        return Files.readAllLines(file).stream()
                .map(line -> line.getBytes(UTF_8))
                .toList();
    }

    /** Events without what differs each time they are sealed. */
    private List<JsonNode> opened(List<byte[]> events) {
        List<JsonNode> opened = new ArrayList<>();
        for (byte[] event : events) {
            ObjectNode tree = (ObjectNode) StoredJson.MAPPER.readTree(event);
            String place = PARTNERSHIP + "|" + SampleCase.ID + "|" + (opened.size() + 1);
            new SealedTree(seals, place).open(tree.required("d"));
            tree.remove("prev");
            opened.add(tree);
        }
        return opened;
    }
}
