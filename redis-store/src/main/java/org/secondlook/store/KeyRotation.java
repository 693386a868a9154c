package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.PartnershipId;

/**
 * Seals again, under the newest key of the key file, whatever is sealed under an older one: the keys of cases, what
 * people have begun, and what turns of no case led to. Others may change all of it meanwhile, and this can be broken off
 * at any moment: each value is replaced by itself, and only if it is still there.
 */
public final class KeyRotation {

    private static final Script SWAP = Script.of("swap.lua");

    private final PatientRedis redis;
    private final Sweep sweep;
    private final KeyFile keyFile;

    KeyRotation(PatientRedis redis, KeyFile keyFile) {
        this.redis = redis;
        this.sweep = new Sweep(this.redis);
        this.keyFile = keyFile;
    }

    /**
     * Seals again what needs an older key.
     *
     * @return how many values
     */
    public int renew(PartnershipId partnership) {
        int renewed = 0;
        for (Old old : old(partnership)) {
            String after = old.renewing().apply(old.value());
            List<byte[]> arguments = new ArrayList<>(List.of(old.value().getBytes(UTF_8), after.getBytes(UTF_8)));
            old.field().ifPresent(field -> arguments.add(field.getBytes(UTF_8)));
            renewed += ((Long) redis.run(SWAP, List.of(old.key()), arguments)).intValue();
        }
        return renewed;
    }

    /** How many values need an older key. */
    public int needOldKeys(PartnershipId partnership) {
        return old(partnership).size();
    }

    /** A value that needs an older key. */
    private record Old(String key, Optional<String> field, String value, UnaryOperator<String> renewing) {}

    private List<Old> old(PartnershipId partnership) {
        Keys keys = new Keys(partnership);
        List<Old> old = new ArrayList<>();
        addCaseKeys(old, keys, new DataKeys(partnership, keyFile));
        StoredValues values = new StoredValues(partnership, keyFile.seals());
        for (String pattern : List.of(keys.everybodysDrafts(), keys.everythingSent())) {
            sweep.keys(pattern).forEach(hash -> addConversations(old, hash, values));
        }
        String turns = keys.turn(new TurnId(""));
        for (String key : sweep.keys(turns + "*")) {
            addTurn(old, key, new TurnId(key.substring(turns.length())), values);
        }
        return old;
    }

    private void addCaseKeys(List<Old> old, Keys keys, DataKeys dataKeys) {
        for (Map.Entry<String, String> field : sweep.fields(keys.dataKeys())) {
            CaseId theCase = new CaseId(field.getKey());
            if (!keyFile.isNewest(field.getValue())) {
                old.add(new Old(
                        keys.dataKeys(),
                        Optional.of(field.getKey()),
                        field.getValue(),
                        kept -> dataKeys.renewed(theCase, kept)));
            }
        }
    }

    private void addConversations(List<Old> old, String hash, StoredValues values) {
        for (Map.Entry<String, String> field : sweep.fields(hash)) {
            if (!keyFile.isNewest(StoredValues.sealedPart(field.getValue()))) {
                ConversationId id = new ConversationId(field.getKey());
                old.add(new Old(
                        hash,
                        Optional.of(field.getKey()),
                        field.getValue(),
                        stored -> new String(values.write(values.conversation(id, stored.getBytes(UTF_8))), UTF_8)));
            }
        }
    }

    private void addTurn(List<Old> old, String key, TurnId turn, StoredValues values) {
        Optional.ofNullable(redis.ask(r -> r.get(key)))
                .filter(stored -> StoredValues.caseNamed(stored).isEmpty() && !keyFile.isNewest(stored))
                .ifPresent(stored -> old.add(new Old(
                        key, Optional.empty(), stored, before -> values.write(turn, values.earlier(turn, before)))));
    }
}
