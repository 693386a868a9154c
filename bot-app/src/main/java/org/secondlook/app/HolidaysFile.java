package org.secondlook.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.calendar.yaml.HolidaysReader;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.FaultyFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bank holidays as they are known now. A changed file is taken up while the application runs, a broken change leaves
 * the old days in force; that they are known for too short a time is told once a day.
 */
final class HolidaysFile implements Supplier<KnownHolidays> {

    private static final Logger log = LoggerFactory.getLogger(HolidaysFile.class);

    private static final int MONTHS_AHEAD = 12;

    private final @Nullable Path file;
    private final Clock clock;
    private String text = "";
    private volatile KnownHolidays known = KnownHolidays.BUNDLED;
    private @Nullable LocalDate told;

    /**
     * Reads the file, where there is one.
     *
     * @throws FaultyFileException with every fault
     */
    HolidaysFile(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        if (file != null) {
            text = text(file);
            known = HolidaysReader.read(file.toString(), text);
        }
    }

    @Override
    public KnownHolidays get() {
        return known;
    }

    /** For how many days from now on the holidays are known. */
    long daysKnown() {
        return Math.max(0, ChronoUnit.DAYS.between(today(), known.until()));
    }

    /** Takes up a file that has changed. */
    synchronized void reload() {
        if (file != null) {
            reload(file);
        }
        LocalDate today = today();
        if (known.until().isBefore(today.plusMonths(MONTHS_AHEAD)) && !today.equals(told)) {
            told = today;
            log.error(
                    "Bank holidays are known for less than 12 months knownUntil={} days={}",
                    known.until(),
                    daysKnown());
        }
    }

    private void reload(Path changed) {
        String now = "";
        try {
            now = text(changed);
            if (!now.equals(text)) {
                known = HolidaysReader.read(changed.toString(), now);
                log.info("Holidays reloaded knownUntil={}", known.until());
            }
        } catch (FaultyFileException e) {
            if (!now.equals(text)) {
                log.error("Holidays not reloaded, the old ones stay in force\n{}", e.getMessage());
            }
        }
        text = now;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FaultyFileException(
                    List.of(new Fault(file.toString(), 1, "The file cannot be read. Check secondlook.holidays-file.")));
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dayOf(clock.instant());
    }
}
