package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Supplier;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Earlier;
import org.secondlook.core.turn.Versioned;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads what a partnership keeps beside the logs of its cases. */
final class StoredValues {

    private static final JsonMapper JSON = StoredJson.MAPPER;

    /** Stands in no sealed value. */
    private static final String OF_CASE = "case:";

    private final PartnershipId partnership;
    private final Seals seals;
    private final AlreadyRead before;

    /** @param seals of the key file; for what turns of a case led to, those of the case */
    StoredValues(PartnershipId partnership, Seals seals) {
        this(partnership, seals, AlreadyRead.none());
    }

    /** @param before what need not be read again */
    StoredValues(PartnershipId partnership, Seals seals, AlreadyRead before) {
        this.partnership = partnership;
        this.seals = seals;
        this.before = before;
    }

    /** A conversation behind its version, which scripts read; sealed whole, because nobody else may know of it yet. */
    byte[] write(Versioned<Conversation> conversation) {
        String version = String.valueOf(conversation.version());
        String place = place(conversation.value().id(), version);
        String sealed = seals.seal(StoredJson.WRITER.writeValueAsBytes(conversation.value()), place);
        before.keep(place, sealed, sealed.length(), conversation.value());
        return (version + " " + sealed).getBytes(UTF_8);
    }

    Versioned<Conversation> conversation(ConversationId id, byte[] stored) {
        String text = new String(stored, UTF_8);
        String version = text.split(" ", 2)[0];
        String place = place(id, version);
        String sealed = sealedPart(text);
        Conversation conversation =
                before.find(place, sealed, Conversation.class).orElseGet(() -> opened(id, place, sealed));
        return new Versioned<>(conversation, Integer.parseInt(version));
    }

    private Conversation opened(ConversationId id, String place, String sealed) {
        byte[] plain = seals.open(sealed, place)
                .orElseThrow(() -> new UnreadableDataException(
                        "Expected conversation %s to open, but it was changed, moved or sealed under another key"
                                .formatted(id)));
        return reading("conversation " + id, () -> JSON.readValue(plain, Conversation.class));
    }

    /** What is sealed of a stored conversation. */
    static String sealedPart(String conversation) {
        return conversation.substring(conversation.indexOf(' ') + 1);
    }

    private String place(ConversationId conversation, String version) {
        return partnership + "|conversation|" + conversation + "|" + version;
    }

    /** What a turn led to, sealed: its digest would let somebody try out what was typed. */
    String write(TurnId turn, Earlier earlier) {
        return seals.seal(JSON.writeValueAsBytes(earlier), place(turn));
    }

    Earlier earlier(TurnId turn, String stored) {
        byte[] plain = seals.open(stored, place(turn))
                .orElseThrow(() -> new UnreadableDataException(
                        "Expected what turn %s led to to open, but it was changed, moved or sealed under another key"
                                .formatted(turn)));
        return reading("turn " + turn, () -> JSON.readValue(plain, Earlier.class));
    }

    /** What stands for a turn of a case: under which, what it led to is kept. */
    static String naming(CaseId theCase) {
        return OF_CASE + theCase;
    }

    /** The case that such a text names; none where it is what the turn led to. */
    static Optional<CaseId> caseNamed(String stored) {
        return Optional.of(stored)
                .filter(text -> text.startsWith(OF_CASE))
                .map(text -> new CaseId(text.substring(OF_CASE.length())));
    }

    private String place(TurnId turn) {
        return partnership + "|turn|" + turn;
    }

    byte[] write(OutboxMessage message) {
        return JSON.writeValueAsBytes(JSON.valueToTree(message));
    }

    OutboxMessage message(byte[] stored) {
        return reading("a message of the outbox", () -> {
            ObjectNode tree = (ObjectNode) JSON.readTree(stored);
            // Messages that were stored before any could tell of a gap.
            if (!tree.has("gap")) {
                tree.putNull("gap");
            }
            return JSON.treeToValue(tree, OutboxMessage.class);
        });
    }

    private static <T> T reading(String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (JacksonException e) {
            // Its message may hold what somebody wrote.
            throw new UnreadableDataException("Expected %s to read as it was stored, but it does not at '%s'"
                    .formatted(what, e.getPathReference()));
        }
    }
}
