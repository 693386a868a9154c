package org.secondlook.core.directory.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.OutsideContact;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.YamlFile;

/** Reads directory files. */
public final class DirectoryReader {

    private DirectoryReader() {}

    /**
     * A directory in a file of its own.
     *
     * @throws FaultyFileException with every fault
     */
    public static DirectoryFile read(Path file) {
        try {
            return read(
                    String.valueOf(file.getFileName()), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of a directory.
     *
     * @throws FaultyFileException with every fault
     */
    public static DirectoryFile read(String file, String text) {
        Findings findings = new Findings(file);
        Table table = YamlFile.read("the directory", text, findings);
        Lines lines = new Lines();
        Known known = Known.of(table, findings);
        String name = table.id("directory");
        List<OutsideContact> contacts = contacts(table);
        AgencyReader agencies = new AgencyReader(known, lines);
        agencies.read(table);
        PersonReader people = new PersonReader(known, findings);
        people.read(table);
        table.nothingElse();
        Chains.check(table, findings);
        findings.refuseIfFaulty();
        Directory directory = new Directory(
                agencies.agencies(),
                agencies.teams(),
                agencies.posts(),
                people.people(),
                agencies.holdings(),
                people.absences(),
                contacts);
        return new DirectoryFile(file, name, directory, lines, findings.warnings());
    }

    private static List<OutsideContact> contacts(Table table) {
        List<OutsideContact> contacts = new ArrayList<>();
        table.tables("contacts", "contact").forEach((id, row) -> {
            contacts.add(new OutsideContact(
                    id, row.optionalText("title"), row.optionalText("phone"), row.optionalText("link")));
            row.nothingElse();
        });
        return contacts;
    }
}
