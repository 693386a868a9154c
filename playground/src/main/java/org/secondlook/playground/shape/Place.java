package org.secondlook.playground.shape;

import java.util.ArrayList;
import java.util.List;

/** A place in a JSON document under check, and the faults found in that document so far. */
public final class Place {

    private final String pointer;
    private final List<String> faults;

    private Place(String pointer, List<String> faults) {
        this.pointer = pointer;
        this.faults = faults;
    }

    /** The place from which a document is checked; its pointers start with this one. */
    public static Place root(String pointer) {
        return new Place(pointer, new ArrayList<>());
    }

    public Place at(String key) {
        return new Place(pointer + "/" + key.replace("~", "~0").replace("/", "~1"), faults);
    }

    public Place at(int index) {
        return new Place(pointer + "/" + index, faults);
    }

    public void fault(String message) {
        faults.add(message + " [json-pointer:" + pointer + "]");
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }
}
