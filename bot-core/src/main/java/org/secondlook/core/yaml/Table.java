package org.secondlook.core.yaml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys and values of a YAML file, asked for key by key. Whatever is wrong is noted among the findings and answered
 * with something harmless (an empty text, 0, nothing), so that reading goes on to the next fault. End with
 * {@link #nothingElse}, which finds the keys that nobody asked for.
 */
public final class Table {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h[:mm]a")
            .toFormatter(Locale.UK);
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String name;
    private final int line;
    private final Map<String, Node.Entry> entries;
    private final Findings findings;
    private final Set<String> asked = new LinkedHashSet<>();

    Table(String name, int line, Map<String, Node.Entry> entries, Findings findings) {
        this.name = name;
        this.line = line;
        this.entries = entries;
        this.findings = findings;
    }

    /** How sentences call it: "stage step-1". */
    public String name() {
        return name;
    }

    public int line() {
        return line;
    }

    /** The line of a key, or of the table where it lacks that key. */
    public int line(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    /** This table's keys, and below them the keys of another that this one lacks. */
    public Table over(Table below) {
        Map<String, Node.Entry> merged = new LinkedHashMap<>(below.entries);
        merged.putAll(entries);
        return new Table(name, line, merged, findings);
    }

    /** Notes a fault on the line of a key: "Stage step-1 ...". */
    public void fault(String key, String rest) {
        findings.fault(line(key), Spelling.capitalised(name) + " " + rest);
    }

    /** Finds every key that was not asked for. */
    public void nothingElse() {
        for (Node.Entry entry : entries.values()) {
            if (!asked.contains(entry.key())) {
                String hint = Nearest.hint(entry.key(), asked);
                String known = hint.isEmpty() && asked.size() <= 5 ? " Use %s.".formatted(Spelling.anyOf(asked)) : hint;
                fault(entry.key(), "has no use for '%s'.%s".formatted(entry.key(), known));
            }
        }
    }

    /** Text that must be there. */
    public String text(String key) {
        return required(key).flatMap(Value::text).orElse("");
    }

    /** Text that may be absent or still to fill. */
    public Optional<String> optionalText(String key) {
        return value(key).flatMap(Value::text).filter(t -> !t.equals(YamlFile.TO_FILL));
    }

    /** A name in small letters, digits and hyphens that must be there. */
    public String id(String key) {
        String id = text(key);
        return id.isEmpty() || checkId(id, line(key)) ? id : "";
    }

    /** A whole number from 1 that must be there. */
    public int wholeNumber(String key) {
        return required(key).flatMap(Value::wholeNumber).orElse(0);
    }

    /** True or false; false where it is not given. */
    public boolean isTrue(String key) {
        return value(key).flatMap(Value::flag).orElse(false);
    }

    /** A date that must be there. */
    public Optional<LocalDate> date(String key) {
        return required(key).flatMap(Table::asDate);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return value(key).flatMap(Table::asDate);
    }

    public Optional<YearMonth> optionalMonth(String key) {
        return value(key).flatMap(v -> v.parsed("a month such as 2026-11", YearMonth::parse));
    }

    /** A time such as 5pm. */
    public Optional<LocalTime> optionalTime(String key) {
        return value(key).flatMap(v -> v.parsed("a time such as 5pm or 5:30pm", t -> LocalTime.parse(t, TIME)));
    }

    /** One of the words of an enum, in kebab-case, that must be there. */
    public <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return required(key).flatMap(v -> v.word(EnumSet.allOf(type)));
    }

    /** One of some words of an enum, that must be there. */
    public <E extends Enum<E>> Optional<E> word(String key, Set<E> allowed) {
        return required(key).flatMap(v -> v.word(allowed));
    }

    public <E extends Enum<E>> Optional<E> optionalWord(String key, Class<E> type) {
        return value(key).flatMap(v -> v.word(EnumSet.allOf(type)));
    }

    /** A list of such words; empty where it is not given. */
    public <E extends Enum<E>> List<E> words(String key, Class<E> type) {
        return items(key).stream()
                .flatMap(v -> v.word(EnumSet.allOf(type)).stream())
                .toList();
    }

    /** A list of texts, each with its line; empty where it is not given. */
    public List<Text> texts(String key) {
        return items(key).stream()
                .flatMap(v -> v.text().map(t -> new Text(t, v.line())).stream())
                .toList();
    }

    /** The same, without the lines. */
    public List<String> plainTexts(String key) {
        return texts(key).stream().map(Text::value).toList();
    }

    /** The keys and values under a key; none where it is not given. */
    public Table table(String key) {
        String called = "'%s'".formatted(key);
        return value(key)
                .flatMap(Value::mapping)
                .map(m -> new Table(called, m.line(), m.entries(), findings))
                .orElseGet(() -> new Table(called, line(key), Map.of(), findings));
    }

    /** A list of tables; sentences call each by kind and id, or by kind and number where it has no id. */
    public List<Table> rows(String key, String kind) {
        List<Table> rows = new ArrayList<>();
        for (Value item : items(key)) {
            String number = "%s %d of %s".formatted(kind, rows.size() + 1, name);
            item.called(number)
                    .mapping()
                    .ifPresent(m -> rows.add(new Table(
                            idOf(m).map(id -> kind + " " + id).orElse(number), m.line(), m.entries(), findings)));
        }
        return rows;
    }

    /** Tables by id; sentences call each by kind and id. */
    public Map<String, Table> tables(String key, String kind) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Node.Entry entry : table(key).entries.values()) {
            checkId(entry.key(), entry.line());
            String called = kind + " " + entry.key();
            value(entry, called)
                    .mapping()
                    .ifPresent(m -> tables.put(entry.key(), new Table(called, entry.line(), m.entries(), findings)));
        }
        return tables;
    }

    /** Texts by id, each with its line. */
    public Map<String, Text> pairs(String key) {
        table(key).entries.values().forEach(entry -> checkId(entry.key(), entry.line()));
        return pairsOfAnyName(key);
    }

    /** Texts by a key of any shape, each with its line. */
    public Map<String, Text> pairsOfAnyName(String key) {
        Map<String, Text> pairs = new LinkedHashMap<>();
        for (Node.Entry entry : table(key).entries.values()) {
            value(entry, "'%s' under '%s'".formatted(entry.key(), key))
                    .text()
                    .ifPresent(t -> pairs.put(entry.key(), new Text(t, entry.line())));
        }
        return pairs;
    }

    private Optional<Value> required(String key) {
        if (!has(key)) {
            fault(key, "has no '%s'. Add one.".formatted(key));
        }
        return value(key);
    }

    private Optional<Value> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(e -> value(e, "'%s' of %s".formatted(key, name)));
    }

    private Value value(Node.Entry entry, String what) {
        return new Value(entry.value(), what, entry.line(), findings);
    }

    private List<Value> items(String key) {
        return value(key).map(Value::items).orElse(List.of());
    }

    private static Optional<LocalDate> asDate(Value value) {
        return value.parsed("a date such as 2026-11-14", LocalDate::parse);
    }

    private static Optional<String> idOf(Node.Mapping mapping) {
        return Optional.ofNullable(mapping.entries().get("id"))
                .flatMap(e -> e.value().scalar())
                .map(Node.Scalar::value);
    }

    private boolean checkId(String id, int at) {
        boolean matches = ID.matcher(id).matches();
        if (!matches) {
            findings.fault(
                    at,
                    "'%s' cannot be a name here. Use small letters, digits and hyphens, such as 'step-1'."
                            .formatted(id));
        }
        return matches;
    }
}
