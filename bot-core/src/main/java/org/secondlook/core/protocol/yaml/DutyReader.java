package org.secondlook.core.protocol.yaml;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Condition;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/** Reads one row that says who owes what by when. */
final class DutyReader {

    private static final String AREA = "area ";

    private final Reading reading;

    DutyReader(Reading reading) {
        this.reading = reading;
    }

    /** The duties of a flag or of the close: they belong to no stage, so none is left behind with one. */
    List<Duty> besideStages(Table table) {
        return table.rows("owes", "duty").stream()
                .flatMap(row -> {
                    refuseAt(row);
                    if (!row.has("by")) {
                        row.fault("by", "has no 'by', and no stage gives it a limit. Add a clock.");
                    }
                    return read(row, true).stream();
                })
                .toList();
    }

    /** A duty of a stage, what the track says of it for every stage included. */
    Optional<Duty> ofStage(Table row) {
        return read(row, false);
    }

    /** Notes that a duty outside "every-stage" cannot choose its stages. */
    static void refuseAt(Table row) {
        if (row.has("at")) {
            row.fault("at", "has 'at', which belongs under 'every-stage'.");
        }
    }

    private Optional<Duty> read(Table row, boolean outlivesAlways) {
        row.has("at");
        Optional<Who> who = holder(row);
        Optional<Does> does = does(row);
        Map<String, Target> outcomes = outcomes(row);
        Late late = late(row, does);
        Duty duty = new Duty(
                new DutyId(row.id("id")),
                who.orElse(LateGrammar.OWN_LEAD),
                does.orElse(Does.ACT),
                reading.name(row, "by", Kind.CLOCK),
                reading.everybody(row, "with"),
                reading.everybody(row, "to"),
                reading.name(row, "form", Kind.FORM),
                row.plainTexts("items"),
                Set.copyOf(row.words("each", Does.class)),
                gate(row, "needs"),
                gate(row, "expects"),
                outcomes,
                reasonsFor(row, outcomes),
                reading.who(row, "agreed-by", reading.people()::holder),
                reading.who(row, "agreed-with", reading.people()::holder),
                late,
                row.isTrue("outlives") || outlivesAlways,
                condition(row));
        row.nothingElse();
        return who.isPresent() && does.isPresent()
                ? Optional.of(reading.lines().mark(row.line(), duty))
                : Optional.empty();
    }

    private Optional<Who> holder(Table row) {
        return Optional.of(row.text("who"))
                .filter(words -> !words.isEmpty())
                .flatMap(words -> reading.understood(row, "who", words, reading.people()::holder));
    }

    private Optional<Does> does(Table row) {
        Optional<Does> bots = row.optionalText("does")
                .flatMap(w -> Spelling.find(w, Does.class))
                .filter(Does::isTheBotsOwn);
        if (bots.isPresent()) {
            row.fault("does", "does '%s', which only the bot itself asks for.".formatted(Spelling.of(bots.get())));
            return Optional.empty();
        }
        Set<Does> allowed = EnumSet.allOf(Does.class);
        allowed.removeIf(Does::isTheBotsOwn);
        return row.word("does", allowed);
    }

    private List<DutyId> gate(Table row, String key) {
        return reading.names(row, key, Kind.DUTY).stream().map(DutyId::new).toList();
    }

    private Map<String, Target> outcomes(Table row) {
        TargetGrammar grammar = new TargetGrammar(reading.names());
        Map<String, Target> outcomes = new LinkedHashMap<>();
        row.pairs("outcomes").forEach((outcome, words) -> {
            try {
                outcomes.put(outcome, grammar.parse(words.value()));
            } catch (NotUnderstood e) {
                reading.findings()
                        .fault(words.line(), "Outcome %s of %s %s".formatted(outcome, row.name(), e.getMessage()));
            }
        });
        return outcomes;
    }

    private Set<String> reasonsFor(Table row, Map<String, Target> outcomes) {
        Set<String> reasonsFor = new LinkedHashSet<>();
        for (Text outcome : row.texts("reasons-for")) {
            if (row.table("outcomes").keys().contains(outcome.value())) {
                reasonsFor.add(outcome.value());
            } else {
                reading.findings()
                        .fault(
                                outcome.line(),
                                "%s wants reasons for '%s', which is none of its outcomes.%s"
                                        .formatted(
                                                Spelling.capitalised(row.name()),
                                                outcome.value(),
                                                Nearest.hint(outcome.value(), outcomes.keySet())));
            }
        }
        return reasonsFor;
    }

    private Late late(Table row, Optional<Does> does) {
        return row.optionalText("late")
                .flatMap(w -> reading.understood(row, "late", w, new LateGrammar(reading.people())::parse))
                .orElseGet(() -> LateGrammar.usual(does.orElse(Does.ACT)));
    }

    private Condition condition(Table row) {
        return new Condition(area(row, "when"), area(row, "unless"), flag(row, "when"), flag(row, "unless"));
    }

    private Optional<String> area(Table row, String key) {
        return row.optionalText(key)
                .filter(words -> words.startsWith(AREA))
                .map(words -> words.substring(AREA.length()))
                .filter(area -> reading.isKnown(row, new Text(area, row.line(key)), Kind.AREA));
    }

    private static Optional<Flag> flag(Table row, String key) {
        boolean area =
                row.optionalText(key).filter(words -> words.startsWith(AREA)).isPresent();
        return area ? Optional.empty() : row.optionalWord(key, Flag.class);
    }
}
