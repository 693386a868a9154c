package org.secondlook.core.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.secondlook.core.protocol.CalendarRules.Nation;

/** The bank holidays of the United Kingdom, as the holiday library knows them. */
public final class BankHolidays implements Holidays {

    private final HolidayManager manager =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<Year, Set<LocalDate>> years = new ConcurrentHashMap<>();
    private final String region;

    public BankHolidays(Nation nation) {
        this.region = switch (nation) {
            case ENGLAND_AND_WALES -> "eng";
            case SCOTLAND -> "sct";
            case NORTHERN_IRELAND -> "nir";
        };
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        return years.computeIfAbsent(Year.from(day), this::holidaysOf).contains(day);
    }

    private Set<LocalDate> holidaysOf(Year year) {
        return manager.getHolidays(year, region).stream().map(Holiday::getDate).collect(Collectors.toUnmodifiableSet());
    }
}
