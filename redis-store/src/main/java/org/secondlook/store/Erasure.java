package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore.Committed;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Erases cases. The key of a case goes first and in one step with everything else that is kept of it; that there was a
 * case, and when it was erased, is all that stays.
 */
public final class Erasure {

    private final PatientRedis redis;
    private final Sweep sweep;
    private final Keys keys;
    private final StoredValues values;

    Erasure(PartnershipId partnership, PatientRedis server, KeyFile keyFile) {
        this.redis = server;
        this.sweep = new Sweep(redis);
        this.keys = new Keys(partnership);
        this.values = new StoredValues(partnership, keyFile.seals());
    }

    /**
     * Erases a case.
     *
     * @param version the length of its history
     * @return false if something happened in it since
     */
    public boolean erase(CaseId theCase, int version, Instant at) {
        Steps steps = new Steps().askLength(keys, theCase, version);
        steps.write("HDEL", keys.dataKeys(), theCase)
                .write("HDEL", keys.heads(), theCase)
                .write("HSET", keys.erased(), theCase, at)
                .write("HDEL", keys.open(), theCase)
                .takeOut(keys.cases(), theCase.value());
        redis.ask(r -> r.smembers(keys.lists(theCase))).forEach(list -> steps.write("SREM", list, theCase));
        redis.ask(r -> r.hkeys(keys.turns(theCase))).forEach(turn -> steps.delete(keys.turn(new TurnId(turn))));
        steps.delete(keys.events(theCase)).delete(keys.turns(theCase)).delete(keys.lists(theCase));
        for (Map.Entry<String, String> letter : sweep.fields(keys.letters())) {
            Optional<CaseId> about =
                    values.message(letter.getValue().getBytes(UTF_8)).theCase();
            if (about.equals(Optional.of(theCase))) {
                steps.takeOut(keys.messages(), letter.getKey()).write("HDEL", keys.letters(), letter.getKey());
            }
        }
        addConversations(steps, theCase);
        return steps.run(redis) == Committed.STORED;
    }

    private void addConversations(Steps steps, CaseId theCase) {
        for (String pattern : List.of(keys.everybodysDrafts(), keys.everythingSent())) {
            for (String hash : sweep.keys(pattern)) {
                for (Map.Entry<String, String> field : sweep.fields(hash)) {
                    ConversationId id = new ConversationId(field.getKey());
                    byte[] stored = field.getValue().getBytes(UTF_8);
                    if (values.conversation(id, stored).value().task().theCase().equals(Optional.of(theCase))) {
                        steps.write("HDEL", hash, id);
                    }
                }
            }
        }
    }

    /** The cases that were erased, as far as is known here. */
    public List<CaseId> erased() {
        return sweep.fields(keys.erased()).stream()
                .map(field -> new CaseId(field.getKey()))
                .toList();
    }

    /**
     * Asks the server to write its file anew, which until then still tells what was erased, though under a key that is gone.
     *
     * @return false if the server does not do so when it is asked
     */
    public boolean rewriteFile() {
        try {
            redis.ask(r -> r.executeCommand(
                    new CommandObject<>(new CommandArguments(Protocol.Command.BGREWRITEAOF), BuilderFactory.STRING)));
            return true;
        } catch (JedisException e) {
            return false;
        }
    }
}
