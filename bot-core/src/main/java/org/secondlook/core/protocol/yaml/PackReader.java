package org.secondlook.core.protocol.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.YamlFile;

/**
 * Reads protocol packs. A pack is read as a whole before it is refused: first everything that is not understood is
 * listed; once every line is, everything that the procedure lacks.
 */
public final class PackReader {

    private static final String EXTENSION = ".yaml";

    /** The packs that ship with the bot. */
    public static final List<ProtocolId> BUNDLED = List.of(
            new ProtocolId("northumberland", 1),
            new ProtocolId("pscp", 1),
            new ProtocolId("bradford", 1),
            new ProtocolId("pan-sussex", 1),
            new ProtocolId("kirklees", 1));

    private PackReader() {}

    /**
     * A pack that comes with the bot.
     *
     * @throws FaultyFileException with every fault
     */
    public static Pack readBundled(ProtocolId id) {
        String file = id + EXTENSION;
        try (InputStream in = PackReader.class.getResourceAsStream("/protocols/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("Expected a bundled pack %s, but there is none".formatted(id));
            }
            return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A pack of a partnership's own, in a file called {@code <pack>@<version>.yaml}.
     *
     * @throws FaultyFileException with every fault, or if it cannot be read
     */
    public static Pack read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FaultyFileException(List.of(new Fault(name, 1, "The file cannot be read.")));
        }
    }

    /**
     * The text of a pack.
     *
     * @param file the name of its file, {@code <pack>@<version>.yaml}
     * @throws FaultyFileException with every fault
     */
    public static Pack read(String file, String text) {
        Findings findings = new Findings(file);
        Table pack = YamlFile.read("the pack", text, findings);
        Lines lines = new Lines();
        Reading reading = new Reading(Names.of(pack), lines, findings);
        Optional<Protocol> protocol = protocol(file, pack, reading);
        findings.refuseIfFaulty();
        PackChecks.run(new Checked(protocol.orElseThrow(), lines, findings));
        findings.refuseIfFaulty();
        return new Pack(protocol.orElseThrow(), findings.warnings());
    }

    private static Optional<Protocol> protocol(String file, Table pack, Reading reading) {
        Optional<ProtocolId> id = id(file, pack);
        ClocksReader.Clocks clocks = ClocksReader.read(pack, reading);
        PeopleReader people = new PeopleReader(pack, reading);
        QuestionsReader questions = new QuestionsReader(pack, reading);
        BesideReader beside = new BesideReader(pack, reading);
        Protocol protocol = new Protocol(
                id.orElse(new ProtocolId("unknown", 1)),
                pack.text("title"),
                pack.text("partnership"),
                HeaderReader.source(pack),
                HeaderReader.calendar(pack),
                HeaderReader.scope(pack),
                pack.plainTexts("areas"),
                clocks.whole(),
                clocks.ownReview(),
                clocks.all(),
                people.levels(),
                people.roles(),
                questions.tools(),
                people.contacts(),
                questions.says(),
                questions.topics(),
                TrackReader.read(pack, reading, clocks.whole()),
                beside.flags(),
                beside.offers(),
                beside.notices(),
                questions.questions(),
                FormsReader.read(pack, reading),
                beside.closing(),
                beside.reports(),
                questions.texts());
        pack.nothingElse();
        return id.map(i -> protocol);
    }

    private static Optional<ProtocolId> id(String file, Table pack) {
        String name = pack.id("pack");
        int version = pack.wholeNumber("version");
        if (name.isEmpty() || version < 1) {
            return Optional.empty();
        }
        ProtocolId id = new ProtocolId(name, version);
        if (!file.equals(id + EXTENSION)) {
            pack.fault("pack", "is %s, so its file must be called %s, not %s.".formatted(id, id + EXTENSION, file));
        }
        return Optional.of(id);
    }
}
