package org.secondlook.app;

import java.time.Instant;
import java.util.Map;
import org.secondlook.app.StoreCommands.Desk;
import org.secondlook.core.conversation.Buttons;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.store.KeyRotation;

/** {@code rotate-key} and {@code remove-old-keys}. */
final class KeyCommands {

    /** What is sealed under the old key while the new one becomes known is found the next time. */
    private static final int ROUNDS = 5;

    private static final String RECORD = "key-rotation";
    private static final String KEY = "key";
    private static final String AT = "at";

    private final Desk desk;
    private final KeyRotation rotation;

    KeyCommands(Desk desk) {
        this.desk = desk;
        this.rotation = desk.store().rotation(desk.keys());
    }

    /** One rotation at a time: as long as the file has an old key, this goes on with the one that was begun. */
    Commands.Said rotate() {
        if (desk.keys().size() == 1) {
            desk.keys().addKey();
        }
        int renewed = 0;
        for (int round = 0; round < ROUNDS && needOldKeys() > 0; round++) {
            for (PartnershipId partnership : desk.partnerships()) {
                renewed += rotation.renew(partnership);
            }
        }
        int left = needOldKeys();
        if (left > 0) {
            return desk.refused("command.rotate.left", "n", left);
        }
        if (!desk.keys().newest().equals(desk.store().records().find(RECORD).get(KEY))) {
            String now = desk.clock().instant().toString();
            desk.store().records().replace(RECORD, Map.of(KEY, desk.keys().newest(), AT, now));
        }
        return desk.done("command.rotate.done", "n", renewed);
    }

    /** @param atOnce though buttons that people still see were sealed under an old key */
    Commands.Said removeOld(boolean atOnce) {
        if (desk.keys().size() == 1) {
            return desk.done("command.remove.none");
        }
        int left = needOldKeys();
        Map<String, String> rotated = desk.store().records().find(RECORD);
        if (left > 0 || !desk.keys().newest().equals(rotated.get(KEY))) {
            return desk.refused("command.remove.needed", "n", left);
        }
        Instant free = Instant.parse(String.valueOf(rotated.get(AT))).plus(Buttons.LIFE);
        if (!atOnce && desk.clock().instant().isBefore(free)) {
            return desk.refused("command.remove.buttons", "at", free.toString());
        }
        desk.keys().removeOldKeys();
        return desk.done("command.remove.done");
    }

    private int needOldKeys() {
        return desk.partnerships().stream().mapToInt(rotation::needOldKeys).sum();
    }
}
