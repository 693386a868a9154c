package org.secondlook.core.protocol.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/** Reads the clocks of a pack: its table of clocks, and the two that stand outside it. */
final class ClocksReader {

    private final Table pack;
    private final Reading reading;
    private final ClockGrammar grammar;
    private final Map<String, ClockRule> clocks = new LinkedHashMap<>();

    private ClocksReader(Table pack, Reading reading) {
        this.pack = pack;
        this.reading = reading;
        this.grammar = new ClockGrammar(reading.names().of(Kind.DUTY));
    }

    /** Every clock by name, and the name of the one that caps the ladder. */
    record Clocks(Map<String, ClockRule> all, Optional<String> whole) {

        ClockRule ownReview() {
            return all.getOrDefault(Names.OWN_REVIEW, oneWorkingDay());
        }
    }

    static Clocks read(Table pack, Reading reading) {
        return new ClocksReader(pack, reading).read();
    }

    private Clocks read() {
        pack.pairs("clocks").forEach(this::fromTable);
        Optional<String> whole = whole();
        ownReview();
        return new Clocks(clocks, whole);
    }

    private void fromTable(String name, Text words) {
        if (name.equals(Names.OWN_REVIEW) || name.equals(Names.WHOLE)) {
            reading.findings().fault(words.line(), "'%s' stands by itself, not under 'clocks'.".formatted(name));
        }
        try {
            clocks.put(name, reading.lines().mark(words.line(), grammar.parse(name, words.value())));
        } catch (NotUnderstood e) {
            reading.findings().fault(words.line(), "Clock %s %s".formatted(name, e.getMessage()));
        }
    }

    private Optional<String> whole() {
        Optional<String> words = pack.optionalText(Names.WHOLE);
        if (words.filter(reading.names().of(Kind.CLOCK)::contains).isPresent()) {
            return words;
        }
        return words.flatMap(w -> expression(Names.WHOLE, w)).map(rule -> {
            clocks.put(Names.WHOLE, rule);
            return Names.WHOLE;
        });
    }

    private void ownReview() {
        Optional<String> words = pack.optionalText(Names.OWN_REVIEW);
        Optional<ClockRule> rule = words.filter(clocks::containsKey)
                .map(clocks::get)
                .map(ClocksReader::forOwnReview)
                .or(() -> words.flatMap(w -> expression(Names.OWN_REVIEW, w)));
        clocks.put(
                Names.OWN_REVIEW,
                reading.lines().mark(pack.line(Names.OWN_REVIEW), rule.orElseGet(ClocksReader::oneWorkingDay)));
    }

    private Optional<ClockRule> expression(String key, String words) {
        if (!words.contains(" ")) {
            reading.findings()
                    .fault(
                            pack.line(key),
                            "'%s' names the clock '%s', which does not exist.%s"
                                    .formatted(
                                            key,
                                            words,
                                            Nearest.hint(words, reading.names().of(Kind.CLOCK))));
            return Optional.empty();
        }
        return reading.understood(pack, key, words, w -> grammar.parse(key, w))
                .map(rule -> reading.lines().mark(pack.line(key), rule));
    }

    private static ClockRule forOwnReview(ClockRule rule) {
        return new ClockRule(
                Names.OWN_REVIEW,
                rule.agreement(),
                rule.quantity(),
                rule.unit(),
                rule.anchor(),
                rule.orChildsDate(),
                rule.local());
    }

    /** What the bot itself sets where the procedure sets nothing (design.md decision 22). */
    private static ClockRule oneWorkingDay() {
        return new ClockRule(
                Names.OWN_REVIEW, Agreement.NONE, 1, Unit.WORKING_DAY, Anchor.of(Anchor.Kind.TOLD), false, true);
    }
}
