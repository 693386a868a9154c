package org.secondlook.core.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one file, so that one reading lists every fault. */
public final class Findings {

    private final String file;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Set<Warning> warnings = new LinkedHashSet<>();

    public Findings(String file) {
        this.file = file;
    }

    /** Notes a fault; the same fault found twice is one. */
    public void fault(int line, String sentence) {
        faults.add(new Fault(file, line, sentence));
    }

    public void warn(int line, String sentence) {
        warnings.add(new Warning(file, line, sentence, false));
    }

    /** Notes something that need not be settled to try the file out, but must be before live use. */
    public void blockLiveUse(int line, String sentence) {
        warnings.add(new Warning(file, line, sentence, true));
    }

    /** In the order of the lines. */
    public List<Fault> faults() {
        return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    /** In the order of the lines. */
    public List<Warning> warnings() {
        return warnings.stream().sorted(Comparator.comparingInt(Warning::line)).toList();
    }

    public void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new FaultyFileException(faults());
        }
    }
}
