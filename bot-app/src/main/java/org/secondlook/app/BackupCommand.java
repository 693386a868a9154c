package org.secondlook.app;

import java.nio.file.Path;
import org.secondlook.app.StoreCommands.Desk;

/** {@code backup}. */
final class BackupCommand {

    private final Desk desk;

    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    Commands.Said run() {
        if (desk.operands().size() != 1) {
            return desk.refused("command.backup.usage");
        }
        Path file = Path.of(desk.operands().get(0));
        int cases = desk.store()
                .backups(desk.keys())
                .write(file, desk.partnerships(), desk.clock().instant());
        return desk.done("command.backup.done", "n", cases, "file", file.toAbsolutePath());
    }
}
