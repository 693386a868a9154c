package org.secondlook.faults;

import java.util.Map;

/**
 * What somebody does on a screen that they know by some of its words.
 *
 * @param entered what they fill in, by label
 * @param button what they press
 * @param sends whether that is the last press of something that can be begun twice
 */
record Rule(String screen, Map<String, String> entered, String button, boolean sends) {

    static Rule fill(String screen, String label, String answer) {
        return fill(screen, Map.of(label, answer));
    }

    static Rule fill(String screen, Map<String, String> entered) {
        return new Rule(screen, entered, "Continue", false);
    }

    static Rule press(String screen, String button) {
        return new Rule(screen, Map.of(), button, false);
    }
}
