package org.secondlook.core.casework;

/** What people call a case: partnership code, year of sending and number, such as {@code NS-2026-0143}. */
public record Reference(String value) {

    /** The reference of the n-th case of a partnership in a year. */
    public static Reference of(String partnershipCode, int year, long number) {
        return new Reference("%s-%d-%04d".formatted(partnershipCode, year, number));
    }

    @Override
    public String toString() {
        return value;
    }
}
