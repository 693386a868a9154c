package org.secondlook.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;

/** A good file, and many that differ from it a little and are refused. */
public final class BrokenFiles {

    private final String file;
    private final String good;
    private final List<Patch> broken;
    private final Reader reader;

    /** Gives the warnings about a file of this name and text. */
    public interface Reader {
        List<Warning> read(String file, String text);
    }

    /**
     * The files of a folder of test resources.
     *
     * @param file the good one
     */
    public BrokenFiles(String folder, String file, Reader reader) {
        this.file = file;
        this.good = Patch.good(folder + "/" + file);
        this.broken = Patch.all(folder);
        this.reader = reader;
    }

    public void requireTheGoodOneAcceptedWithoutAWord() {
        assertThat(reader.read(file, good)).isEmpty();
    }

    public void requireMoreThanSoManyAllRefused(int atLeast) {
        assertThat(broken)
                .hasSizeGreaterThan(atLeast)
                .allSatisfy(patch -> assertThat(faults(patch)).as(patch.name()).isNotEmpty());
    }

    /** What is said about each is as in the approved file. */
    public void verifyWhatIsSaidOfEach() {
        Approvals.verify(broken.stream().map(this::report).collect(Collectors.joining("\n")));
    }

    private String report(Patch patch) {
        String said = faults(patch).stream().map(fault -> "=> " + fault + "\n").collect(Collectors.joining());
        return "%s: %s%n%s%n%s".formatted(patch.name(), patch.why(), patch.changes(), said);
    }

    private List<Fault> faults(Patch patch) {
        try {
            reader.read(file, patch.applyTo(good));
            return List.of();
        } catch (FaultyFileException e) {
            return e.faults();
        }
    }
}
