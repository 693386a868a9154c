package org.secondlook.core.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.yaml.Spelling;

/** Says in plain words what a protocol makes happen, so that a business manager can read whether it is right. */
public final class ProtocolOutline {

    private final Wording wording;
    private final Protocol protocol;
    private final ClockWords clocks;
    private final WhoWords people;

    public ProtocolOutline(Wording wording, Protocol protocol) {
        this.wording = wording;
        this.protocol = protocol;
        this.clocks = new ClockWords(wording);
        this.people = new WhoWords(wording, protocol);
    }

    /** Every track, stage by stage; a line each, indented by two spaces for each rank. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say("outline.title", "title", protocol.title(), "id", protocol.id()));
        lines.add(wording.say(
                "outline.source",
                "partnership",
                protocol.partnership(),
                "document",
                protocol.source().document()));
        protocol.tracks().values().forEach(track -> add(track, lines));
        return lines;
    }

    private void add(Track track, List<String> lines) {
        lines.add("");
        lines.add(track.title());
        track.whole()
                .map(protocol::clock)
                .ifPresent(whole -> lines.add("  " + wording.say("outline.whole", "clock", clocks.say(whole))));
        for (Stage stage : track.stages()) {
            lines.add("  " + stage.title());
            about(stage).forEach(line -> lines.add("    " + line));
        }
    }

    private List<String> about(Stage stage) {
        List<String> lines = new ArrayList<>();
        stage.level().filter(Level::isWithinAgencies).ifPresent(level -> lines.add(asked(level)));
        lines.add(wording.say("outline.sides." + Spelling.of(stage.sides())));
        if (stage.byHand()) {
            lines.add(wording.say("outline.by-hand"));
        }
        stage.owes().forEach(duty -> lines.add("- " + owed(duty)));
        stage.limit()
                .map(protocol::clock)
                .ifPresent(limit -> lines.add(wording.say("outline.limit", "clock", clocks.say(limit)) + " "
                        + wording.say("outline.late." + Spelling.of(stage.whenLate()))));
        return lines;
    }

    private String owed(Duty duty) {
        String who = people.say(duty.who());
        String does = wording.say("outline.does." + Spelling.of(duty.does()));
        return duty.by()
                .map(protocol::clock)
                .map(clock -> wording.say("outline.duty-by", "who", who, "does", does, "clock", clocks.say(clock)))
                .orElseGet(() -> wording.say("outline.duty", "who", who, "does", does));
    }

    private String asked(Level level) {
        String titles = protocol.levels().titles(level, Sector.OTHER).stream()
                .collect(Collectors.joining(wording.say("outline.or")));
        return wording.say("outline.asked", "titles", titles);
    }
}
