package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.secondlook.core.protocol.Closing;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.FlagRules;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Report;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;
import org.secondlook.core.yaml.Text;

/** Reads what runs beside the stages: flags, offers, notices, the close and the reports. */
final class BesideReader {

    /** Stands for the close among the stages where something is offered. */
    static final String CLOSING = "closing";

    private static final String ANSWERED = "answered ";
    private static final List<String> SIDES = List.of("responsible-local-authority", "host-local-authority");

    private final Table pack;
    private final Reading reading;

    BesideReader(Table pack, Reading reading) {
        this.pack = pack;
        this.reading = reading;
    }

    Map<Flag, FlagRules> flags() {
        Map<Flag, FlagRules> flags = new EnumMap<>(Flag.class);
        Table table = pack.table("flags");
        Map<String, Table> rows = pack.tables("flags", "flag");
        for (Flag flag : Flag.values()) {
            table.has(Spelling.of(flag));
            Optional.ofNullable(rows.get(Spelling.of(flag))).ifPresent(row -> flags.put(flag, flag(row)));
        }
        table.nothingElse();
        return flags;
    }

    private FlagRules flag(Table row) {
        List<String> addsSides = new ArrayList<>();
        for (Text side : row.texts("adds-sides")) {
            if (SIDES.contains(side.value())) {
                addsSides.add(side.value());
            } else {
                reading.findings()
                        .fault(
                                side.line(),
                                "%s adds the side '%s'.%s Use %s."
                                        .formatted(
                                                Spelling.capitalised(row.name()),
                                                side.value(),
                                                Nearest.hint(side.value(), SIDES),
                                                Spelling.anyOf(SIDES)));
            }
        }
        FlagRules rules = new FlagRules(
                new DutyReader(reading).besideStages(row), reading.names(row, "says", Kind.SLOT), addsSides);
        row.nothingElse();
        return reading.lines().mark(row.line(), rules);
    }

    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        pack.tables("offers", "offer").forEach((id, row) -> offer(id, row).ifPresent(offers::add));
        return offers;
    }

    private Optional<Offer> offer(String id, Table row) {
        String title = row.text("title");
        boolean atClosing = row.plainTexts("at").contains(CLOSING);
        Set<StageId> at = stages(row, text -> !text.value().equals(CLOSING));
        if (row.texts("at").isEmpty()) {
            row.fault("at", "says nowhere 'at' which stages it is offered.");
        }
        Optional<Who> ledBy = leader(row);
        Optional<Who> agreedBy = reading.who(row, "agreed-by", reading.people()::holder);
        Optional<String> reads = reading.name(row, "reads", Kind.SLOT);
        List<String> asks = reading.names(row, "asks", Kind.QUESTION);
        boolean confidential = row.isTrue("private");
        row.nothingElse();
        return ledBy.map(who -> reading.lines()
                .mark(row.line(), new Offer(id, title, at, atClosing, who, agreedBy, reads, asks, confidential)));
    }

    private Optional<Who> leader(Table row) {
        return Optional.of(row.text("led-by"))
                .filter(words -> !words.isEmpty())
                .flatMap(words -> reading.understood(row, "led-by", words, reading.people()::one));
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (Table row : pack.rows("tell", "notice")) {
            notice(row).ifPresent(notices::add);
        }
        return notices;
    }

    private Optional<Notice> notice(Table row) {
        Optional<Who> who = Optional.of(row.text("who"))
                .filter(words -> !words.isEmpty())
                .flatMap(words -> reading.understood(row, "who", words, reading.people()::holder));
        Optional<String> answered = row.optionalText("of")
                .filter(words -> words.startsWith(ANSWERED))
                .map(words -> words.substring(ANSWERED.length()));
        Optional<Notice.Of> of = answered.isPresent()
                ? answered.filter(q -> reading.isKnown(row, new Text(q, row.line("of")), Kind.QUESTION))
                        .map(q -> Notice.Of.ANSWERED)
                : row.word("of", Notice.Of.class);
        if (answered.isEmpty() && of.filter(o -> o == Notice.Of.ANSWERED).isPresent()) {
            row.fault("of", "does not say which question. Write 'answered' and the question.");
        }
        Set<StageId> at = stages(row, text -> true);
        Optional<Notice.See> see = row.word("see", Notice.See.class);
        row.nothingElse();
        return who.isPresent() && of.isPresent() && see.isPresent()
                ? Optional.of(
                        reading.lines().mark(row.line(), new Notice(who.get(), of.get(), answered, at, see.get())))
                : Optional.empty();
    }

    Closing closing() {
        Table table = pack.table("closing");
        List<Closing.Outcome> outcomes = table.has("outcomes")
                ? table.words("outcomes", Closing.Outcome.class)
                : List.of(Closing.Outcome.values());
        Closing closing = new Closing(
                outcomes, reading.names(table, "asks", Kind.QUESTION), new DutyReader(reading).besideStages(table));
        table.nothingElse();
        return reading.lines().mark(table.line(), closing);
    }

    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        for (Table row : pack.rows("reports", "report")) {
            String to = row.text("to");
            boolean known = !to.isEmpty() && reading.isKnown(row, new Text(to, row.line("to")), Kind.ROLE);
            Optional<Report.Every> every = row.word("every", Report.Every.class);
            List<Report.Show> show = row.words("show", Report.Show.class);
            if (show.isEmpty()) {
                row.fault("show", "shows nothing. List what it counts under 'show'.");
            }
            row.nothingElse();
            if (known && every.isPresent()) {
                reports.add(reading.lines().mark(row.line(), new Report(to, every.get(), Set.copyOf(show))));
            }
        }
        return reports;
    }

    private Set<StageId> stages(Table row, Predicate<Text> isStage) {
        Set<StageId> stages = new LinkedHashSet<>();
        for (Text text : row.texts("at")) {
            if (isStage.test(text) && reading.isKnown(row, text, Kind.STAGE)) {
                stages.add(new StageId(text.value()));
            }
        }
        return stages;
    }
}
