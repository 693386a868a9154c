package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    /** Longer than anybody asks again. */
    private static final Duration RECEIPT_KEPT = Duration.ofMinutes(1);

    private final List<String> keys = new ArrayList<>();
    private final List<byte[]> arguments = new ArrayList<>();

    Committed run(PatientRedis redis) {
        byte[] answer = (byte[]) redis.run(SCRIPT, keys, arguments);
        return Committed.valueOf(new String(answer, UTF_8));
    }

    /** @param earlier what is to be stored of the turn; no other commit has these bytes, because they are sealed */
    Steps askNewTurn(Keys names, TurnId turn, String earlier) {
        return step("new", names.turn(turn), text(earlier), NONE);
    }

    /** The same of a turn of a case, which nobody may have stored without the case either. */
    Steps askNewTurn(Keys names, TurnId turn, CaseId theCase, String earlier) {
        return step("new-turn-of-case", names.turns(theCase), text(turn), text(earlier))
                .step("new", names.turn(turn), NONE, NONE);
    }

    /** Lets these steps be run again when nobody knows whether they were: they are done once, and answer as they did. */
    Steps once(String key) {
        byte[] receipt = text(UUID.randomUUID());
        return step("new", key, receipt, NONE).write("PSETEX", key, RECEIPT_KEPT.toMillis(), receipt);
    }

    Steps askClaimed(Keys.Queue queue, Lease lease) {
        return step("claimed", queue.leases(), text(lease.member()), text(lease.token()));
    }

    Steps askUnclaimed(Keys.Queue queue, CaseId member) {
        return step("unclaimed", queue.leases(), text(member), NONE);
    }

    Steps askLength(Keys names, CaseId theCase, int length) {
        return step("length", names.events(theCase), text(length), NONE);
    }

    /** The log still ends with what was read. Its length does not tell when another server took over that had less. */
    Steps askLast(Keys names, CaseId theCase, byte[] event) {
        return step("last", names.events(theCase), event, NONE);
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
