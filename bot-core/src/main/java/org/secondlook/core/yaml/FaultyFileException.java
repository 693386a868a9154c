package org.secondlook.core.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used. Carries all its faults; the message lists them, one a line. */
public final class FaultyFileException extends RuntimeException {

    private final List<Fault> faults;

    public FaultyFileException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
