package org.secondlook.app.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.directory.yaml.DirectoryReader;

/** The sample directory. */
public final class Northshire {

    private Northshire() {}

    /** Its file. */
    public static String text() {
        try (InputStream file = Objects.requireNonNull(
                Northshire.class.getResourceAsStream("/directories/northshire.yaml"), "the sample directory")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who somebody is on their platform. */
    public static PlatformIdentity identity(String person) {
        return DirectoryReader.read("northshire.yaml", text())
                .directory()
                .person(new PersonId(person))
                .orElseThrow()
                .identities()
                .iterator()
                .next();
    }
}
