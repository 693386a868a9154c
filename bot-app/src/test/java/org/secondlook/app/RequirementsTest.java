package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every requirement has its row, and whatever is said to be met is proved by a test that runs. */
class RequirementsTest {

    private static final Path ROOT = Path.of("..");
    private static final int OPEN_AT_MOST = 50;
    private static final Map<String, Integer> SERIES = Map.of("N", 45, "P", 55, "B", 51, "S", 38, "K", 30);

    @Test
    void eachIsProvedByATestOrSaidToBeOpen() throws IOException {
        RequirementsTable table = new RequirementsTable(SERIES, TestSources.under(ROOT));

        assertThat(table.faults(Files.readString(ROOT.resolve("docs/requirements.csv"))))
                .isEmpty();
    }

    /** What is met stays met: this number only ever falls. */
    @Test
    void noMoreAreOpenThanThereWere() throws IOException {
        RequirementsTable table = new RequirementsTable(SERIES, TestSources.under(ROOT));

        assertThat(table.open(Files.readString(ROOT.resolve("docs/requirements.csv"))))
                .isLessThanOrEqualTo(OPEN_AT_MOST);
    }

    @Nested
    class ABrokenTable {

        private static final String HEADER = "id,status,how,where,test\n";
        private static final String MET = "N1,met,it is said,P-1,SampleTest#runs\n";
        private static final String OPEN = "N2,open,reports,,\n";

        private final RequirementsTable table = new RequirementsTable(Map.of("N", 2), new TestSources(SAMPLES));

        @Test
        void isToldFromAGoodOne() {
            assertThat(table.faults(HEADER + MET + OPEN)).isEmpty();
        }

        @Test
        void hasAnotherHeader() {
            assertThat(table.faults("id,state\n" + MET + OPEN))
                    .containsExactly("The first line must be id,status,how,where,test.");
        }

        @Test
        void lacksARequirement() {
            assertThat(table.faults(HEADER + OPEN)).containsExactly("N1 has no row.");
        }

        @Test
        void hasARequirementTwice() {
            assertThat(table.faults(HEADER + MET + OPEN + OPEN)).containsExactly("N2 has 2 rows.");
        }

        @Test
        void hasARowForNothing() {
            assertThat(table.faults(HEADER + MET + OPEN + "N3,open,reports,,\n"))
                    .containsExactly("Row 'N3' is for no requirement.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                N1,met,it is said,P-1                             | N1 has 4 fields instead of 5.
                N1,done,it is said,P-1,SampleTest#runs            | N1 is neither met nor open, but 'done'.
                N1,met,,P-1,SampleTest#runs                       | N1 is met, but its 'how' is empty.
                N1,met,it is said,,SampleTest#runs                | N1 is met, but its 'where' is empty.
                N1,met,it is said,P-1,                            | N1 is met, but its 'test' is empty.
                N1,open,,,                                        | N1 is open, but '' is no capability still to come.
                N1,open,some day,,                                | N1 is open, but 'some day' is no capability still to come.
                N1,open,reports,,SampleTest#runs                  | N1 is open, but names a test.
                N1,met,it is said,P-1,the sample                  | N1 names 'the sample', which is not like ClassTest#method.
                N1,met,it is said,P-1,Sample#runs                 | N1 names 'Sample#runs', which is not like ClassTest#method.
                N1,met,it is said,P-1,NoTest#runs                 | N1 names NoTest#runs, which does not exist.
                N1,met,it is said,P-1,SampleTest#run              | N1 names SampleTest#run, which has no such method.
                N1,met,it is said,P-1,SampleTest#helps            | N1 names SampleTest#helps, which is no test.
                N1,met,it is said,P-1,SampleTest#rests            | N1 names SampleTest#rests, which is disabled.
                N1,met,it is said,P-1,SampleTest#restsWithOthers  | N1 names SampleTest#restsWithOthers, which is disabled.
                N1,met,it is said,P-1,RestingTest#rests           | N1 names RestingTest#rests, which is disabled.
                N1,met,it is said,P-1,SampleTest#runs; A#b        | N1 names 'A#b', which is not like ClassTest#method.
                """)
        void saysWhatIsWrongInARow(String row, String fault) {
            assertThat(table.faults(HEADER + row + "\n" + OPEN)).containsExactly(fault);
        }
    }

    @Nested
    class ATest {

        private final TestSources tests = new TestSources(SAMPLES);

        @Test
        void isFoundWhateverStandsAboveIt() {
            assertThat(tests.whyNotRun("SampleTest", "runsOften")).isEmpty();
        }

        @Test
        void isFoundInANestedClassBesideADisabledOne() {
            assertThat(tests.whyNotRun("SampleTest", "runsInside")).isEmpty();
        }

        @Test
        void isFoundInAnyModuleThatHasTheName() {
            assertThat(tests.whyNotRun("SampleTest", "runsElsewhere")).isEmpty();
        }
    }

    @Test
    void splitsFieldsThatAreQuoted() {
        assertThat(Csv.split("a,\"b, \"\"c\"\"\",\r\n\"d\ne\",,f"))
                .containsExactly(List.of("a", "b, \"c\"", ""), List.of("d\ne", "", "f"));
    }

    private static final Map<String, List<List<String>>> SAMPLES =
            Map.of("SampleTest", List.of("""
                    class SampleTest {
                        @Test
                        void runs() {}

                        @ParameterizedTest
                        @ValueSource(
                                strings = {"a", "b"})
                        void runsOften(String name) throws IOException {}

                        void helps() {}

                        @Disabled("until tomorrow")
                        @Test
                        void rests() {}

                        @Nested
                        @Disabled
                        class Resting {

                            @Test
                            void restsWithOthers() {}
                        }

                        @Nested
                        class Inside {

                            @Test
                            void runsInside() {}
                        }
                    }
                    """.lines().toList(), """
                    class SampleTest {

                        @Test
                        void runsElsewhere() {}
                    }
                    """.lines().toList()), "RestingTest", List.of("""
                    @Disabled
                    class RestingTest {

                        @Test
                        void rests() {}
                    }
                    """.lines()
                    .toList()));
}
