package org.secondlook.core.protocol;

import java.util.List;

/** What raising a flag makes, in any stage. */
public record FlagRules(List<Duty> owes, List<String> says, List<String> addsSides) {

    public FlagRules {
        owes = List.copyOf(owes);
        says = List.copyOf(says);
        addsSides = List.copyOf(addsSides);
    }
}
