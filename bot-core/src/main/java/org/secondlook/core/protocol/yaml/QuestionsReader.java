package org.secondlook.core.protocol.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.PackQuestion;
import org.secondlook.core.protocol.Tool;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Table;

/** Reads what is asked and said: topics, questions, tools, and texts. */
final class QuestionsReader {

    private static final String TOOLS = "tools";
    private static final Set<Anchor.Kind> ANSWERABLE = Set.of(Anchor.Kind.CONFERENCE);

    private final Table pack;
    private final Reading reading;

    QuestionsReader(Table pack, Reading reading) {
        this.pack = pack;
        this.reading = reading;
    }

    List<Tool> tools() {
        List<Tool> tools = new ArrayList<>();
        for (Table row : pack.rows(TOOLS, "tool")) {
            tools.add(new Tool(row.text("name"), row.optionalText("link"), row.isTrue("always")));
            row.nothingElse();
        }
        return tools;
    }

    Map<String, String> says() {
        Map<String, String> says = new LinkedHashMap<>();
        pack.pairs("says").forEach((slot, text) -> {
            if (reading.isTextKey("'says'", text)) {
                says.put(slot, text.value());
            }
        });
        return says;
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        pack.pairsOfAnyName("texts").forEach((key, text) -> texts.put(key, text.value()));
        return texts;
    }

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        pack.tables("topics", "topic").forEach((id, row) -> {
            String name = row.text("name");
            Optional<Topic.Door> door = door(row);
            List<String> asks = reading.names(row, "asks", Kind.QUESTION);
            row.nothingElse();
            door.ifPresent(go -> topics.add(reading.lines().mark(row.line(), new Topic(id, name, go, asks))));
        });
        if (!pack.has("topics")) {
            pack.fault("topics", "has no 'topics', so nobody can begin a case. Add one that goes to 'ladder'.");
        }
        return topics;
    }

    private Optional<Topic.Door> door(Table row) {
        String go = row.text("go");
        Optional<Flag> flag = Spelling.find(go, Flag.class);
        if (flag.isPresent()) {
            return Optional.of(new Topic.Door.ToFlag(flag.get()));
        }
        if (reading.names().has(Kind.TRACK, go)) {
            return Optional.of(new Topic.Door.ToTrack(new TrackId(go)));
        }
        if (!go.isEmpty()) {
            List<String> known = new ArrayList<>(reading.names().of(Kind.TRACK));
            known.addAll(Spelling.all(Flag.class));
            row.fault(
                    "go",
                    "goes to '%s', which is neither a track nor a flag.%s".formatted(go, Nearest.hint(go, known)));
        }
        return Optional.empty();
    }

    Map<String, PackQuestion> questions() {
        Map<String, PackQuestion> questions = new LinkedHashMap<>();
        pack.tables("questions", "question").forEach((id, row) -> {
            Optional<PackQuestion> question = question(id, row);
            row.nothingElse();
            question.ifPresent(q -> questions.put(id, reading.lines().mark(row.line(), q)));
        });
        return questions;
    }

    private Optional<PackQuestion> question(String id, Table row) {
        Optional<PackQuestion.Kind> kind = row.word("kind", PackQuestion.Kind.class);
        List<String> options = row.plainTexts("options");
        Optional<String> from = from(row);
        Optional<Anchor.Kind> sets = sets(row);
        Optional<String> leaveWhen = row.optionalText("leave-when");
        boolean shared = row.isTrue("shared");
        boolean optional = row.isTrue("optional");
        Optional<String> words = reading.textKey(row, "words");
        boolean hasOptions = !options.isEmpty() || row.has("from");
        if (kind.isPresent() && (kind.get() == PackQuestion.Kind.CHOICE) != hasOptions) {
            row.fault("kind", "must have 'options' or 'from' if it is a choice, and neither if it is not.");
        }
        if (sets.isPresent() && kind.isPresent() && kind.get() != PackQuestion.Kind.TIME) {
            row.fault("sets", "sets a moment, so its 'kind' must be 'time'.");
        }
        if (leaveWhen.isPresent() && !options.contains(leaveWhen.get())) {
            row.fault("leave-when", "leaves when '%s', which is none of its options.".formatted(leaveWhen.get()));
        }
        return kind.map(k -> new PackQuestion(id, k, shared, optional, options, from, words, sets, leaveWhen));
    }

    private Optional<String> from(Table row) {
        Optional<String> from = row.optionalText("from");
        if (from.isPresent() && !(from.get().equals(TOOLS) && pack.has(TOOLS))) {
            row.fault("from", "takes its options from '%s'. Use 'tools', and list the tools.".formatted(from.get()));
        }
        return from;
    }

    private static Optional<Anchor.Kind> sets(Table row) {
        Optional<Anchor.Kind> sets = row.optionalWord("sets", Anchor.Kind.class);
        if (sets.isPresent() && !ANSWERABLE.contains(sets.get())) {
            row.fault("sets", "sets '%s', but only 'conference' can be asked for.".formatted(Spelling.of(sets.get())));
            return Optional.empty();
        }
        return sets;
    }
}
