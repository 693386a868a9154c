package org.secondlook.core.casework;

/** What people call a case: partnership code, year of sending and number, such as {@code NS-2026-0143}. */
public record Reference(String value) {

    /** The reference of the n-th case of a partnership in a year. */
    public static Reference of(String partnershipCode, int year, long number) {
        return new Reference("%s-%d-%04d".formatted(partnershipCode, year, number));
    }

    /** The same number in the series of dissents, such as {@code NS-D-2026-0007} (design.md decision 23). */
    public Reference asDissent() {
        int dash = value.indexOf('-');
        return new Reference(value.substring(0, dash) + "-D" + value.substring(dash));
    }

    @Override
    public String toString() {
        return value;
    }
}
