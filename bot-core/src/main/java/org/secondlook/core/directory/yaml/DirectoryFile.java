package org.secondlook.core.directory.yaml;

import java.util.List;
import java.util.Optional;
import org.secondlook.core.directory.Agency;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.Post;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.yaml.Fault;
import org.secondlook.core.yaml.Findings;
import org.secondlook.core.yaml.Lines;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;
import org.secondlook.core.yaml.Warning;

/** A directory as its file gives it, and what a person should know before using it. */
public final class DirectoryFile {

    private final String file;
    private final String name;
    private final Directory directory;
    private final Lines lines;
    private final List<Warning> warnings;

    DirectoryFile(String file, String name, Directory directory, Lines lines, List<Warning> warnings) {
        this.file = file;
        this.name = name;
        this.directory = directory;
        this.lines = lines;
        this.warnings = List.copyOf(warnings);
    }

    /** What the file calls itself. */
    public String name() {
        return name;
    }

    public Directory directory() {
        return directory;
    }

    public List<Warning> warnings() {
        return warnings;
    }

    /**
     * What keeps it from serving a protocol: agencies of an area that the protocol does not have, or with nobody for a
     * level, and roles that no post fills.
     */
    public List<Fault> faultsUnder(Protocol protocol) {
        Findings findings = new Findings(file);
        for (Agency agency : directory.agencies()) {
            agency.area().ifPresent(area -> isAreaOf(protocol, agency, area, findings));
            if (agency.kind() != Agency.Kind.PARTNERSHIP_OFFICE) {
                protocol.levelsAsked().forEach(level -> fillsLevel(agency, level, protocol, findings));
            }
        }
        protocol.roles().values().forEach(role -> fillsRole(role, protocol, findings));
        return findings.faults();
    }

    private void isAreaOf(Protocol protocol, Agency agency, String area, Findings findings) {
        if (!protocol.areas().contains(area)) {
            findings.fault(
                    lines.of(agency),
                    "Agency %s is in area '%s', which %s does not have.%s"
                            .formatted(agency.id(), area, protocol.id(), areasOf(protocol, area)));
        }
    }

    private static String areasOf(Protocol protocol, String meant) {
        if (protocol.areas().isEmpty()) {
            return " Leave 'area' out.";
        }
        return "%s Use %s.".formatted(Nearest.hint(meant, protocol.areas()), Spelling.anyOf(protocol.areas()));
    }

    private void fillsLevel(Agency agency, Level level, Protocol protocol, Findings findings) {
        List<String> titles = protocol.levels().titles(level, agency.sector());
        if (directory.postsOf(agency.id()).stream().noneMatch(post -> fillsOneOf(post, titles))) {
            findings.fault(
                    lines.of(agency),
                    "Agency %s has nobody at level %s of %s. Let a post of it fill %s."
                            .formatted(agency.id(), Spelling.of(level), protocol.id(), Spelling.anyOf(titles)));
        }
    }

    /** A role reached via another is reached if that one is. */
    private void fillsRole(Role role, Protocol protocol, Findings findings) {
        Optional<Agency.Kind> kind = role.via().isPresent() ? Optional.empty() : kindFor(role);
        boolean filled = directory.posts().stream()
                .filter(post ->
                        kind.equals(Optional.of(directory.agency(post.agency()).kind())))
                .anyMatch(post -> post.fills().contains(role.id()));
        if (kind.isPresent() && !filled) {
            findings.fault(
                    lineOf(kind.get()),
                    "No post of the %s fills '%s' of %s. Add it under 'fills' of the post that is the %s."
                            .formatted(
                                    Spelling.of(kind.get()).replace('-', ' '), role.id(), protocol.id(), role.title()));
        }
    }

    private static Optional<Agency.Kind> kindFor(Role role) {
        return switch (role.of()) {
            case PARTNERSHIP -> Optional.of(Agency.Kind.PARTNERSHIP_OFFICE);
            case LOCAL_AUTHORITY -> Optional.of(Agency.Kind.LOCAL_AUTHORITY);
            case EXTERNAL, NEUTRAL -> Optional.empty();
        };
    }

    private int lineOf(Agency.Kind kind) {
        return directory.agencies().stream()
                .filter(agency -> agency.kind() == kind)
                .map(lines::of)
                .findFirst()
                .orElse(1);
    }

    private static boolean fillsOneOf(Post post, List<String> titles) {
        return titles.stream().anyMatch(post.fills()::contains);
    }
}
