package org.secondlook.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.Backup;
import org.secondlook.store.Backups;

/** {@code restore}: everything that a backup holds, where nothing is kept; what was erased since stays erased. */
final class RestoreCommand {

    private final Desk desk;
    private final Hold hold;

    RestoreCommand(Desk desk) {
        this.desk = desk;
        this.hold = new Hold(desk.store().records());
    }

    Commands.Said run() {
        if (desk.operands().size() != 1) {
            return desk.refused("command.restore.usage");
        }
        Witness witness = desk.witness();
        if (!witness.isThere()) {
            return desk.refused("command.restore.no-witness");
        }
        Backups backups = desk.store().backups(desk.keys());
        Backup backup = backups.read(Path.of(desk.operands().get(0)));
        if (!backups.isNothingKept()) {
            return desk.refused("command.restore.not-empty");
        }
        Instant made = backup.made();
        hold.begin(Hold.Reason.RESTORING, made);
        backups.restore(backup);
        int erased = 0;
        for (PartnershipId partnership : desk.partnerships()) {
            erased += new EraseAgain(desk).run(partnership);
            witness.tellRestored(partnership, made);
        }
        hold.begin(Hold.Reason.RESTORED, made);
        Commands.Said rebuilt = new RebuildCommand(desk).run();
        List<String> lines = new ArrayList<>(rebuilt.lines());
        lines.add(desk.say("command.restore.erased", "n", erased));
        lines.add(
                desk.say(rebuilt.done() ? "command.restore.done" : "command.restore.faulty", "made", made.toString()));
        return new Commands.Said(lines, rebuilt.done());
    }
}
