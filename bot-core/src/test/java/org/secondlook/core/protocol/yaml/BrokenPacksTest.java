package org.secondlook.core.protocol.yaml;

import org.approvaltests.reporters.QuietReporter;
import org.approvaltests.reporters.UseReporter;
import org.junit.jupiter.api.Test;
import org.secondlook.core.yaml.BrokenFiles;

/** Each broken pack differs little from a good one; the approved file shows what is said about each. */
@UseReporter(QuietReporter.class)
class BrokenPacksTest {

    private final BrokenFiles files = new BrokenFiles(
            "broken-packs",
            "small@1.yaml",
            (file, text) -> PackReader.read(file, text).warnings());

    @Test
    void acceptsTheGoodPackWithoutAWord() {
        files.requireTheGoodOneAcceptedWithoutAWord();
    }

    @Test
    void refusesEveryBrokenPack() {
        files.requireMoreThanSoManyAllRefused(100);
    }

    @Test
    void saysOfEachWhatIsWrongWhereAndWhatWouldBeRight() {
        files.verifyWhatIsSaidOfEach();
    }
}
