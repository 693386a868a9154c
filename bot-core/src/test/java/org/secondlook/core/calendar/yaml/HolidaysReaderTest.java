package org.secondlook.core.calendar.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.approvaltests.reporters.QuietReporter;
import org.approvaltests.reporters.UseReporter;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Patch;

/** Each broken file differs little from a good one; the approved file shows what is said about each. */
@UseReporter(QuietReporter.class)
class HolidaysReaderTest {

    private static final String FILE = "holidays.yaml";

    private final String good = Patch.good("broken-holidays/" + FILE);
    private final KnownHolidays holidays = HolidaysReader.read(FILE, good);

    @Test
    void addsADayInTheNationsThatHaveIt() {
        assertThat(isHoliday(Nation.ENGLAND_AND_WALES, "2026-06-15")).isTrue();
        assertThat(isHoliday(Nation.SCOTLAND, "2026-06-15")).isTrue();
        assertThat(isHoliday(Nation.NORTHERN_IRELAND, "2026-06-15")).isFalse();
    }

    @Test
    void movesADayThatARuleGives() {
        assertThat(KnownHolidays.BUNDLED.of(Nation.SCOTLAND).isHoliday(LocalDate.parse("2028-05-01")))
                .isTrue();
        assertThat(isHoliday(Nation.SCOTLAND, "2028-05-01")).isFalse();
        assertThat(isHoliday(Nation.SCOTLAND, "2028-05-05")).isTrue();
    }

    @Test
    void keepsTheHolidaysThatItDoesNotName() {
        assertThat(isHoliday(Nation.ENGLAND_AND_WALES, "2026-12-25")).isTrue();
        assertThat(isHoliday(Nation.ENGLAND_AND_WALES, "2026-11-30")).isFalse();
        assertThat(isHoliday(Nation.SCOTLAND, "2026-11-30")).isTrue();
    }

    @Test
    void saysUntilWhenTheHolidaysAreKnown() {
        assertThat(holidays.until()).isEqualTo("2028-12-31");
        assertThat(HolidaysReader.read(FILE, good.replace("known-until: 2028-12-31", ""))
                        .until())
                .isEqualTo(KnownHolidays.CHECKED_UNTIL);
    }

    @Test
    void isKnownByItsDaysAloneNotByWhatIsWrittenBesideThem() {
        assertThat(holidays.fingerprint())
                .isEqualTo(HolidaysReader.read("other.yaml", good.replace("name: Moved to Friday", "name: Moved"))
                        .fingerprint())
                .isNotEqualTo(HolidaysReader.read(FILE, good.replace("2026-06-15", "2026-06-16"))
                        .fingerprint())
                .isNotEqualTo(KnownHolidays.BUNDLED.fingerprint());
    }

    @Test
    void saysOfEachBrokenFileWhatIsWrongWhereAndWhatWouldBeRight() {
        List<Patch> broken = Patch.all("broken-holidays");

        assertThat(broken)
                .allSatisfy(patch -> assertThat(faults(patch)).as(patch.name()).isNotEmpty());
        Approvals.verify(broken.stream().map(this::report).collect(Collectors.joining("\n")));
    }

    private boolean isHoliday(Nation nation, String date) {
        return holidays.of(nation).isHoliday(LocalDate.parse(date));
    }

    private String report(Patch patch) {
        String said = faults(patch).stream().map(fault -> "=> " + fault + "\n").collect(Collectors.joining());
        return "%s: %s%n%s%n%s".formatted(patch.name(), patch.why(), patch.changes(), said);
    }

    private List<Fault> faults(Patch patch) {
        try {
            HolidaysReader.read(FILE, patch.applyTo(good));
            return List.of();
        } catch (FaultyFileException e) {
            return e.faults();
        }
    }
}
