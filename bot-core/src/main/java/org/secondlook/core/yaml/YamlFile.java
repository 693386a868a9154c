package org.secondlook.core.yaml;

import java.util.List;
import java.util.Optional;

/** Reads the text of a YAML file. */
public final class YamlFile {

    /** What stands where a value is still to be found out. */
    public static final String TO_FILL = "to-fill";

    private YamlFile() {}

    /**
     * The outermost table of the file. Values still to fill are noted as warnings.
     *
     * @param name how sentences call the whole file: "the pack"
     * @throws FaultyFileException where there is none to read
     */
    public static Table read(String name, String text, Findings findings) {
        Optional<Node> root = NodeBuilder.build(text, findings);
        if (root.isEmpty()) {
            findings.refuseIfFaulty();
            findings.fault(1, "The file is empty.");
        } else if (root.get().mapping().isEmpty()) {
            findings.fault(
                    root.get().line(),
                    "The file must consist of keys and values, such as 'title: ...', but is %s."
                            .formatted(root.get().inWords()));
        }
        Node.Mapping mapping =
                root.flatMap(Node::mapping).orElseThrow(() -> new FaultyFileException(findings.faults()));
        noteToFill(mapping, "", findings);
        return new Table(name, mapping.line(), mapping.entries(), findings);
    }

    private static void noteToFill(Node node, String path, Findings findings) {
        if (node.scalar().filter(s -> s.value().equals(TO_FILL)).isPresent()) {
            findings.blockLiveUse(node.line(), "'%s' is still to fill. Find it out before live use.".formatted(path));
        }
        node.mapping()
                .ifPresent(m -> m.entries()
                        .values()
                        .forEach(
                                e -> noteToFill(e.value(), path.isEmpty() ? e.key() : path + "." + e.key(), findings)));
        List<Node> items = node.sequence().map(Node.Sequence::items).orElse(List.of());
        items.forEach(item -> noteToFill(item, path, findings));
    }
}
