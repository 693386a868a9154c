package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Lease;

/** What one run of the commit script asks and then writes: all of it or nothing. */
final class Steps {

    private static final Script SCRIPT = Script.of("commit.lua");
    private static final byte[] NONE = {};

    private final List<String> keys = new ArrayList<>();
    private final List<byte[]> arguments = new ArrayList<>();

    Committed run(PatientRedis redis) {
        byte[] answer = (byte[]) redis.run(SCRIPT, keys, arguments);
        return Committed.valueOf(new String(answer, UTF_8));
    }

    Steps askNewTurn(Keys names, TurnId turn) {
        return step("new-turn", names.turn(turn), NONE, NONE);
    }

    Steps askNewTurn(Keys names, TurnId turn, CaseId theCase) {
        return step("new-turn-of-case", names.turns(theCase), text(turn), NONE);
    }

    Steps askClaimed(Keys.Queue queue, Lease lease) {
        return step("claimed", queue.leases(), text(lease.member()), text(lease.token()));
    }

    Steps askLength(Keys names, CaseId theCase, int length) {
        return step("length", names.events(theCase), text(length), NONE);
    }

    Steps askVersion(Keys names, Conversation conversation, int version) {
        step("version", names.drafts(conversation.person()), text(conversation.id()), text(version));
        keys.add(names.sent(conversation.person()));
        return this;
    }

    Steps askWaiting(Keys.Queue queue, OutboxId message) {
        return step("waiting", queue.waiting(), text(message), NONE);
    }

    Steps delete(String key) {
        return step("DEL", key, NONE, NONE);
    }

    /** A Redis command that takes a key and one argument. */
    Steps write(String command, String key, Object argument) {
        return step(command, key, text(argument), NONE);
    }

    /** A Redis command that takes a key and two arguments. */
    Steps write(String command, String key, Object argument, Object another) {
        return step(command, key, text(argument), text(another));
    }

    /** Takes an entry out of a queue, whoever may have claimed it. */
    Steps takeOut(Keys.Queue queue, String member) {
        return write("ZREM", queue.waiting(), member)
                .write("ZREM", queue.leased(), member)
                .write("HDEL", queue.leases(), member);
    }

    /** Puts an entry into a queue, in whole milliseconds and never too early. */
    Steps putIn(Keys.Queue queue, Object member, Instant due) {
        return write("ZADD", queue.waiting(), due.plusNanos(999_999).toEpochMilli(), member);
    }

    private Steps step(String what, String key, byte[] a, byte[] b) {
        keys.add(key);
        arguments.addAll(List.of(text(what), text(keys.size()), a, b));
        return this;
    }

    private static byte[] text(Object value) {
        return value instanceof byte[] bytes ? bytes : value.toString().getBytes(UTF_8);
    }
}
