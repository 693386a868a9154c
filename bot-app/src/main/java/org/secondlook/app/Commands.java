package org.secondlook.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.secondlook.core.calendar.BankHolidays;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.Wording;
import org.secondlook.core.outline.ProtocolOutline;
import org.secondlook.core.outline.WorkedExample;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.yaml.Pack;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.store.KeyFile;
import org.secondlook.store.StoreSetupException;

/**
 * What the application does at a terminal instead of starting: {@code create-key-file}, {@code check-protocol} and the
 * {@link StoreCommands}.
 */
final class Commands {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final Clock clock;

    Commands(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a command says.
     *
     * @param done whether it did what was asked
     */
    record Said(List<String> lines, boolean done) {}

    /** Runs the command that these arguments are; nothing if they are none. */
    Optional<Said> run(String... arguments) {
        Optional<Said> said = StoreCommands.run(clock, arguments);
        if (said.isPresent() || arguments.length != 2) {
            return said;
        }
        Path file = Path.of(arguments[1]);
        return switch (arguments[0]) {
            case "create-key-file" -> Optional.of(createKeyFile(file));
            case "check-protocol" -> Optional.of(checkProtocol(file));
            default -> Optional.empty();
        };
    }

    private static Said createKeyFile(Path file) {
        try {
            KeyFile.create(file);
            return new Said(List.of(), true);
        } catch (StoreSetupException e) {
            return new Said(List.of(String.valueOf(e.getMessage())), false);
        }
    }

    private Said checkProtocol(Path file) {
        Wording wording = new Wording(Texts.shipped(), Locale.ENGLISH);
        if (!Files.isReadable(file)) {
            return new Said(List.of(wording.say("outline.unreadable", "file", file)), false);
        }
        try {
            return new Said(outline(wording, file, PackReader.read(file)), true);
        } catch (FaultyFileException e) {
            List<String> lines = new ArrayList<>();
            lines.add(wording.say("outline.faulty", "n", e.faults().size(), "file", file.getFileName()));
            e.faults().forEach(fault -> lines.add("  " + fault));
            return new Said(lines, false);
        }
    }

    private List<String> outline(Wording wording, Path file, Pack pack) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say("outline.sound", "file", file.getFileName()));
        if (!pack.warnings().isEmpty()) {
            lines.add(wording.say("outline.warnings"));
            pack.warnings().forEach(warning -> lines.add("  " + warning));
        }
        lines.add("");
        lines.addAll(new ProtocolOutline(wording, pack.protocol()).lines());
        lines.add("");
        lines.addAll(example(wording, pack.protocol()));
        return lines;
    }

    /** From the next working day, at 10 in the morning. */
    private List<String> example(Wording wording, Protocol protocol) {
        WorkingCalendar calendar = new WorkingCalendar(
                protocol.calendar(), new BankHolidays(protocol.calendar().nation()));
        LocalDate day = calendar.workingDayAfter(WorkingCalendar.dayOf(clock.instant()), 1);
        return new WorkedExample(wording, protocol, new Deadlines(calendar)).from(WorkingCalendar.at(day, MORNING));
    }
}
