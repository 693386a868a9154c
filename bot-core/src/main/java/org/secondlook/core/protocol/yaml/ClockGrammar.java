package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;

/**
 * Reads {@code [agreed, (at most|ideally within)] limit [, or the child's date if sooner] [(local)]}, where {@code
 * limit} is {@code <n> <unit> after <moment>}, {@code same working day as <moment>} or {@code at once after <moment>}.
 */
final class ClockGrammar {

    private static final String LOCAL = " (local)";
    private static final String CHILD = ", or the child's date if sooner";
    private static final String AT_MOST = "agreed, at most ";
    private static final String IDEALLY = "agreed, ideally within ";
    private static final String SAME_DAY = "same working day as ";
    private static final String AT_ONCE = "at once after ";
    private static final Pattern COUNTED = Pattern.compile("(\\S+) (.+) after (.+)");
    private static final Pattern ONE_TO_999 = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Map<String, Unit> UNITS = Map.of(
            "hour", Unit.HOUR,
            "working day", Unit.WORKING_DAY,
            "working week", Unit.WORKING_WEEK,
            "calendar month", Unit.CALENDAR_MONTH);
    private static final Map<String, String> VAGUE =
            Map.of("day", "working days", "week", "working weeks", "month", "calendar months");
    private static final List<String> THE_BOTS_OWN = List.of("minute", "working hour");

    private final Collection<String> duties;

    /** A grammar in which clocks may also count from the end of these duties. */
    ClockGrammar(Collection<String> duties) {
        this.duties = duties;
    }

    /** The words that stand for a moment; no duty may be called so. */
    static List<String> moments() {
        return Spelling.all(Anchor.Kind.class).stream()
                .filter(word -> !word.equals(Spelling.of(Anchor.Kind.DONE)))
                .toList();
    }

    ClockRule parse(String name, String words) throws NotUnderstood {
        String rest = words.replace('’', '\'').replaceAll("\\s+", " ").strip();
        boolean local = rest.endsWith(LOCAL);
        rest = local ? rest.substring(0, rest.length() - LOCAL.length()) : rest;
        boolean orChildsDate = rest.endsWith(CHILD);
        rest = orChildsDate ? rest.substring(0, rest.length() - CHILD.length()) : rest;
        Agreement agreement = agreement(rest);
        String limit = rest.substring(lengthOf(agreement));
        refuseLeftovers(limit);
        return limit(new Frame(name, agreement, orChildsDate, local), limit);
    }

    private static Agreement agreement(String words) throws NotUnderstood {
        if (words.startsWith(AT_MOST)) {
            return Agreement.AT_MOST;
        }
        if (words.startsWith(IDEALLY)) {
            return Agreement.IDEALLY;
        }
        if (words.startsWith("agreed") || words.startsWith("at most") || words.startsWith("ideally")) {
            throw new NotUnderstood(
                    "must begin with 'agreed, at most' or 'agreed, ideally within', or with the number.");
        }
        return Agreement.NONE;
    }

    private static int lengthOf(Agreement agreement) {
        return switch (agreement) {
            case NONE -> 0;
            case AT_MOST -> AT_MOST.length();
            case IDEALLY -> IDEALLY.length();
        };
    }

    private static void refuseLeftovers(String limit) throws NotUnderstood {
        if (limit.contains("(local")) {
            throw new NotUnderstood("must have '(local)' at its very end.");
        }
        if (limit.contains("child")) {
            throw new NotUnderstood("must say it in these words: ', or the child's date if sooner'.");
        }
        if (limit.contains(",")) {
            throw new NotUnderstood(
                    "has more to say after a comma: '%s'. Only ', or the child's date if sooner' may follow."
                            .formatted(limit.substring(limit.indexOf(',') + 1).strip()));
        }
    }

    private ClockRule limit(Frame frame, String limit) throws NotUnderstood {
        if (limit.startsWith(SAME_DAY)) {
            return frame.rule(0, Unit.SAME_WORKING_DAY, anchor(limit.substring(SAME_DAY.length())));
        }
        if (limit.startsWith(AT_ONCE)) {
            return frame.rule(0, Unit.AT_ONCE, anchor(limit.substring(AT_ONCE.length())));
        }
        Matcher counted = COUNTED.matcher(limit);
        if (!counted.matches()) {
            throw new NotUnderstood(("is '%s', which is no time limit. Write it like '5 working days after reached', "
                            + "'same working day as risk' or 'at once after told'.")
                    .formatted(limit));
        }
        int quantity = quantity(counted.group(1));
        return frame.rule(quantity, unit(counted.group(2)), anchor(counted.group(3)));
    }

    private static int quantity(String word) throws NotUnderstood {
        if (!ONE_TO_999.matcher(word).matches()) {
            throw new NotUnderstood("counts '%s'. Write a number from 1 to 999 in figures.".formatted(word));
        }
        return Integer.parseInt(word);
    }

    private static Unit unit(String words) throws NotUnderstood {
        String one = words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
        Unit unit = UNITS.get(one);
        if (unit != null) {
            return unit;
        }
        String better = VAGUE.get(one);
        if (better != null) {
            throw new NotUnderstood("counts '%s'. Say '%s', so that everybody counts alike.".formatted(words, better));
        }
        if (THE_BOTS_OWN.contains(one)) {
            throw new NotUnderstood(
                    "counts '%s', which only the bot itself does. Use hours or working days.".formatted(words));
        }
        throw new NotUnderstood("counts in '%s'.%s Use hours, working days, working weeks or calendar months."
                .formatted(words, Nearest.hint(one, UNITS.keySet())));
    }

    private Anchor anchor(String word) throws NotUnderstood {
        Optional<Anchor.Kind> moment = Spelling.find(word, Anchor.Kind.class).filter(kind -> kind != Anchor.Kind.DONE);
        if (moment.isPresent()) {
            return Anchor.of(moment.get());
        }
        if (duties.contains(word)) {
            return Anchor.done(new DutyId(word));
        }
        List<String> known = new ArrayList<>(moments());
        known.addAll(duties);
        throw new NotUnderstood("counts from '%s', which is neither a duty nor a moment.%s The moments are %s."
                .formatted(word, Nearest.hint(word, known), Spelling.allOf(moments())));
    }

    /** What stands around the limit. */
    private record Frame(String name, Agreement agreement, boolean orChildsDate, boolean local) {

        ClockRule rule(int quantity, Unit unit, Anchor anchor) {
            return new ClockRule(name, agreement, quantity, unit, anchor, orChildsDate, local);
        }
    }
}
