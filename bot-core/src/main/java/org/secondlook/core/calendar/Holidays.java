package org.secondlook.core.calendar;

import java.time.LocalDate;

/** The bank holidays of a nation. */
@FunctionalInterface
public interface Holidays {

    /** Whether that day is a bank holiday, substitute days included. */
    boolean isHoliday(LocalDate day);
}
