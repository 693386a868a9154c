package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.yaml.FaultyFileException;

class HolidaysFileTest {

    private static final String GOOD = """
            known-until: 2028-12-31
            holidays:
              - { date: 2026-06-15, nations: [england-and-wales], name: A celebration }
            """;

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final LogOf log = new LogOf(HolidaysFile.class);
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("holidays.yaml"), GOOD);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void withoutAFileTheHolidaysAreThoseThatComeWithTheBot() {
        HolidaysFile holidays = new HolidaysFile(null, clock);
        holidays.reload();

        assertThat(holidays.get()).isEqualTo(KnownHolidays.BUNDLED);
        assertThat(holidays.daysKnown()).isEqualTo(395);
    }

    @Test
    void aChangeIsTakenUp() throws IOException {
        HolidaysFile holidays = new HolidaysFile(file, clock);
        assertThat(isHoliday(holidays, "2026-06-15")).isTrue();
        KnownHolidays before = holidays.get();

        holidays.reload();
        assertThat(holidays.get()).isSameAs(before);

        Files.writeString(file, GOOD.replace("2026-06-15", "2026-06-16"));
        holidays.reload();
        assertThat(isHoliday(holidays, "2026-06-15")).isFalse();
        assertThat(isHoliday(holidays, "2026-06-16")).isTrue();
        assertThat(log.at(Level.INFO)).containsExactly("Holidays reloaded knownUntil=2028-12-31");
    }

    @Test
    void aBrokenChangeLeavesTheOldDaysInForceAndIsToldOnce() throws IOException {
        HolidaysFile holidays = new HolidaysFile(file, clock);

        Files.writeString(file, GOOD.replace("2026-06-15", "2026-06-31").replace("name: ", "nane: "));
        holidays.reload();
        holidays.reload();

        assertThat(isHoliday(holidays, "2026-06-15")).isTrue();
        assertThat(log.at(Level.ERROR))
                .singleElement()
                .asString()
                .startsWith("Holidays not reloaded, the old ones stay in force\n")
                .contains("holidays.yaml:3: ", "'2026-06-31'", "has no use for 'nane'");
    }

    @Test
    void aFileThatIsGoneLeavesTheOldDaysInForceAndIsToldOnce() throws IOException {
        HolidaysFile holidays = new HolidaysFile(file, clock);

        Files.delete(file);
        holidays.reload();
        holidays.reload();

        assertThat(isHoliday(holidays, "2026-06-15")).isTrue();
        assertThat(log.at(Level.ERROR)).singleElement().asString().endsWith("Check secondlook.holidays-file.");
    }

    @Test
    void aBrokenFileIsNotStartedWith() throws IOException {
        Files.writeString(file, GOOD.replace("england-and-wales", "wales"));

        assertThatThrownBy(() -> new HolidaysFile(file, clock))
                .isInstanceOf(FaultyFileException.class)
                .hasMessageContaining("holidays.yaml:3: ");
    }

    @Test
    void tooShortATimeIsToldOnceADay() {
        HolidaysFile holidays = new HolidaysFile(null, clock);
        clock.set(SettableClock.instant("2026-12-31T10:00"));
        holidays.reload();
        assertThat(log.at(Level.ERROR)).isEmpty();

        clock.set(SettableClock.instant("2027-01-01T10:00"));
        holidays.reload();
        holidays.reload();
        clock.set(SettableClock.instant("2027-01-02T10:00"));
        holidays.reload();

        assertThat(log.at(Level.ERROR))
                .containsExactly(
                        "Bank holidays are known for less than 12 months knownUntil=2027-12-31 days=364",
                        "Bank holidays are known for less than 12 months knownUntil=2027-12-31 days=363");
    }

    private static boolean isHoliday(HolidaysFile holidays, String date) {
        return holidays.get().of(Nation.ENGLAND_AND_WALES).isHoliday(LocalDate.parse(date));
    }
}
