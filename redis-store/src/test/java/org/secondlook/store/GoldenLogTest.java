package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
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

    private final DataKeys dataKeys =
            new DataKeys(PARTNERSHIP, KeyFile.openOrCreate(FOLDER.resolve("golden-key.json")));
    private final Seals seals = dataKeys.open(SampleCase.ID, dataKey());
    private final CaseLog log = new CaseLog(PARTNERSHIP, SampleCase.ID, seals, AlreadyRead.none());

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

    /** The key of the case, sealed under the key file. To be made anew with the log. */
    private String dataKey() {
        try {
            Path file = FOLDER.resolve("golden-case.key");
            if (!Files.exists(file)) {
                Files.writeString(file, dataKeys.make(SampleCase.ID));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the file, in Base64. To make it anew before a first release, delete it. */
    private List<byte[]> golden() throws IOException {
        Path file = FOLDER.resolve("golden-case.log");
        if (!Files.exists(file)) {
            List<byte[]> events =
                    log.write(0, log.beginning(), SampleCase.history().events());
            Files.write(
                    file,
                    events.stream().map(Base64.getEncoder()::encodeToString).toList());
        }
        return Files.readAllLines(file).stream()
                .map(Base64.getDecoder()::decode)
                .toList();
    }

    /** Events without what differs each time they are sealed. */
    private List<JsonNode> opened(List<byte[]> events) {
        List<JsonNode> opened = new ArrayList<>();
        for (byte[] event : events) {
            ObjectNode tree = (ObjectNode)
                    StoredJson.MAPPER.readTree(Packing.unpack(event).orElseThrow());
            String place = PARTNERSHIP + "|" + SampleCase.ID + "|" + (opened.size() + 1);
            new SealedTree(seals, place).open(tree.required("d"));
            tree.remove("prev");
            opened.add(tree);
        }
        return opened;
    }
}
