package org.secondlook.core.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Builds the tree of a file from the parser's events. Refuses what makes YAML hard to read or to trust: anchors,
 * aliases, merge keys, tags, directives, keys given twice and a second document.
 */
final class NodeBuilder {

    private static final int LONGEST_FILE = 1_000_000;
    private static final int DEEPEST = 32;
    private static final int REPLACEMENT = 0xFFFD;
    private static final Map<Tag, Node.Scalar.Kind> KINDS = Map.of(
            Tag.INT, Node.Scalar.Kind.WHOLE_NUMBER,
            Tag.FLOAT, Node.Scalar.Kind.NUMBER,
            Tag.BOOL, Node.Scalar.Kind.BOOLEAN,
            Tag.NULL, Node.Scalar.Kind.NOTHING);

    private final Iterator<Event> events;
    private final Findings findings;
    private final ScalarResolver resolver = new CoreSchema().getScalarResolver();

    private NodeBuilder(Iterator<Event> events, Findings findings) {
        this.events = events;
        this.findings = findings;
    }

    /** The tree, or nothing for an empty file and for one that is no YAML; then the findings say why. */
    static Optional<Node> build(String text, Findings findings) {
        if (text.length() > LONGEST_FILE) {
            findings.fault(1, "The file is longer than a million characters.");
            return Optional.empty();
        }
        int garbled = garbled(text);
        if (garbled >= 0) {
            findings.fault(lineAt(text, garbled), "A character here cannot be read. Save the file as UTF-8.");
            return Optional.empty();
        }
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            return new NodeBuilder(new Parse(settings).parseString(text).iterator(), findings).document();
        } catch (TooDeepException e) {
            findings.fault(e.line, "The outline is more than %d levels deep here.".formatted(DEEPEST));
        } catch (MarkedYamlEngineException e) {
            findings.fault(
                    e.getProblemMark()
                            .or(e::getContextMark)
                            .map(NodeBuilder::line)
                            .orElse(1),
                    unreadable(e.getProblem()));
        } catch (ReaderException e) {
            findings.fault(
                    lineAt(text, e.getPosition()),
                    "The character U+%04X cannot stand in a YAML file. Delete it.".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            findings.fault(1, unreadable(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private Optional<Node> document() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                refuseDirectives(start);
            } else if (startsNode(event)) {
                if (root.isPresent()) {
                    findings.fault(line(event), "A second document begins here. Keep one document in a file.");
                    return Optional.empty();
                }
                root = Optional.of(node(event, 0));
            }
        }
        return root;
    }

    private void refuseDirectives(DocumentStartEvent start) {
        if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
            findings.fault(line(start), "Directives, lines that begin with %, are not used here. Delete them.");
        }
    }

    private static boolean startsNode(Event event) {
        return switch (event.getEventId()) {
            case Scalar, SequenceStart, MappingStart, Alias -> true;
            case DocumentStart, DocumentEnd, MappingEnd, SequenceEnd, StreamStart, StreamEnd, Comment -> false;
        };
    }

    private Node node(Event event, int depth) {
        refuseAnchorsAndTags((NodeEvent) event);
        int line = line(event);
        if (depth > DEEPEST) {
            throw new TooDeepException(line);
        }
        return switch (event.getEventId()) {
            case SequenceStart -> sequence(line, depth + 1);
            case MappingStart -> mapping(line, depth + 1);
            case Scalar -> scalar((ScalarEvent) event);
            case Alias, DocumentStart, DocumentEnd, MappingEnd, SequenceEnd, StreamStart, StreamEnd, Comment ->
                nothing(line);
        };
    }

    private Node sequence(int line, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth));
            event = events.next();
        }
        return new Node.Sequence(items, line);
    }

    private Node mapping(int line, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            Node key = node(event, depth);
            Node value = node(events.next(), depth);
            key.scalar()
                    .ifPresentOrElse(
                            k -> put(entries, k, value),
                            () -> findings.fault(
                                    key.line(), "A key must be a word, but this one is %s.".formatted(key.inWords())));
            event = events.next();
        }
        return new Node.Mapping(entries, line);
    }

    private void put(Map<String, Node.Entry> entries, Node.Scalar key, Node value) {
        Node.Entry earlier = entries.get(key.value());
        if (key.value().equals("<<")) {
            findings.fault(key.line(), "Merging with '<<' is not used here. Write the keys out.");
        } else if (key.kind() == Node.Scalar.Kind.NOTHING) {
            findings.fault(key.line(), "A value stands here without a key.");
        } else if (earlier != null) {
            findings.fault(
                    key.line(),
                    "'%s' is given twice; it stands on line %d already.".formatted(key.value(), earlier.line()));
        } else {
            entries.put(key.value(), new Node.Entry(key.value(), key.line(), value));
        }
    }

    private Node scalar(ScalarEvent event) {
        Node.Scalar.Kind kind = event.isPlain()
                ? KINDS.getOrDefault(resolver.resolve(event.getValue(), true), Node.Scalar.Kind.TEXT)
                : Node.Scalar.Kind.TEXT;
        return new Node.Scalar(event.getValue(), kind, line(event));
    }

    private void refuseAnchorsAndTags(NodeEvent event) {
        if (event.getEventId() == Event.ID.Alias) {
            findings.fault(line(event), "Aliases such as *name are not used here. Write the value out.");
        } else if (event.getAnchor().isPresent()) {
            findings.fault(line(event), "Anchors such as &name are not used here. Write each value where it belongs.");
        }
        if (tagged(event)) {
            findings.fault(line(event), "Tags such as !name are not used here. Delete the tag.");
        }
    }

    private static boolean tagged(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag().isPresent();
        }
        return event instanceof org.snakeyaml.engine.v2.events.CollectionStartEvent collection
                && collection.getTag().isPresent();
    }

    private static Node nothing(int line) {
        return new Node.Scalar("", Node.Scalar.Kind.NOTHING, line);
    }

    private static String unreadable(String problem) {
        return "This cannot be read as YAML (%s). Check indentation, colons, brackets and quotes here and just above."
                .formatted(problem.lines().findFirst().orElse("no reason given").strip());
    }

    private static int line(Event event) {
        return event.getStartMark().map(NodeBuilder::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    /** Where in code points a character stands that comes of another encoding than UTF-8; -1 if nowhere. */
    private static int garbled(String text) {
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (codePoints[i] == REPLACEMENT || Character.getType(codePoints[i]) == Character.SURROGATE) {
                return i;
            }
        }
        return -1;
    }

    private static int lineAt(String text, int position) {
        return 1
                + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    /** Ends the reading of a file that no person wrote. */
    private static final class TooDeepException extends RuntimeException {

        private final int line;

        TooDeepException(int line) {
            this.line = line;
        }
    }
}
