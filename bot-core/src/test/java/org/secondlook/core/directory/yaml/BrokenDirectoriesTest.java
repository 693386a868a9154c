package org.secondlook.core.directory.yaml;

import org.approvaltests.reporters.QuietReporter;
import org.approvaltests.reporters.UseReporter;
import org.junit.jupiter.api.Test;
import org.secondlook.core.yaml.BrokenFiles;

/** Each broken directory differs little from a good one; the approved file shows what is said about each. */
@UseReporter(QuietReporter.class)
class BrokenDirectoriesTest {

    private final BrokenFiles files = new BrokenFiles(
            "broken-directories",
            "northshire.yaml",
            (file, text) -> DirectoryReader.read(file, text).warnings());

    @Test
    void acceptsTheGoodDirectoryWithoutAWord() {
        files.requireTheGoodOneAcceptedWithoutAWord();
    }

    @Test
    void refusesEveryBrokenDirectory() {
        files.requireMoreThanSoManyAllRefused(20);
    }

    @Test
    void saysOfEachWhatIsWrongWhereAndWhatWouldBeRight() {
        files.verifyWhatIsSaidOfEach();
    }
}
