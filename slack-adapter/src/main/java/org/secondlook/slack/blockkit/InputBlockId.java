package org.secondlook.slack.blockkit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the block of an input. A view that replaces another keeps what stands in blocks of the same name and takes no
 * initial value for them (bolt-js #290), so every drawing of a view has names of its own.
 *
 * @param input the question it belongs to
 * @param part one question may need several blocks, counted from 1
 * @param drawing of which drawing of the view it is part
 */
record InputBlockId(String input, int part, String drawing) {

    private static final Pattern FORM = Pattern.compile("(.+)~(\\d{1,4})~([^~]*)");

    static Optional<InputBlockId> parse(String blockId) {
        Matcher matcher = FORM.matcher(blockId);
        return matcher.matches()
                ? Optional.of(new InputBlockId(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return input + "~" + part + "~" + drawing;
    }
}
