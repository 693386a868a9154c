package org.secondlook.core.directory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.approvaltests.reporters.QuietReporter;
import org.approvaltests.reporters.UseReporter;
import org.junit.jupiter.api.Test;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Patch;

/** Each broken directory differs little from a good one; the approved file shows what is said about each. */
@UseReporter(QuietReporter.class)
class BrokenDirectoriesTest {

    private static final String FILE = "northshire.yaml";

    private final String good = Patch.good("broken-directories/" + FILE);
    private final List<Patch> broken = Patch.all("broken-directories");

    @Test
    void acceptsTheGoodDirectoryWithoutAWord() {
        assertThat(DirectoryReader.read(FILE, good).warnings()).isEmpty();
    }

    @Test
    void refusesEveryBrokenDirectory() {
        assertThat(broken)
                .hasSizeGreaterThan(20)
                .allSatisfy(patch -> assertThat(faults(patch)).as(patch.name()).isNotEmpty());
    }

    @Test
    void saysOfEachWhatIsWrongWhereAndWhatWouldBeRight() {
        Approvals.verify(broken.stream().map(this::report).collect(Collectors.joining("\n")));
    }

    private String report(Patch patch) {
        String said = faults(patch).stream().map(fault -> "=> " + fault + "\n").collect(Collectors.joining());
        return "%s: %s%n%s%n%s".formatted(patch.name(), patch.why(), patch.changes(), said);
    }

    private List<Fault> faults(Patch patch) {
        try {
            DirectoryReader.read(FILE, patch.applyTo(good));
            return List.of();
        } catch (FaultyFileException e) {
            return e.faults();
        }
    }
}
