package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes and reads the log of a case (design.md decision 27). Each event holds the digest of the one before, so that none
 * can be changed, left out or put in without it showing; what was written is never written again.
 */
final class CaseLog {

    private static final JsonMapper JSON = StoredJson.MAPPER;

    private final PartnershipId partnership;
    private final CaseId theCase;
    private final Seals seals;
    private final AlreadyRead before;

    /**
     * @param seals of the key of the case
     * @param before what need not be read again
     */
    CaseLog(PartnershipId partnership, CaseId theCase, Seals seals, AlreadyRead before) {
        this.partnership = partnership;
        this.theCase = theCase;
        this.seals = seals;
        this.before = before;
    }

    /** What the first event holds, which has none before it. */
    String beginning() {
        return digest(theCase.value().getBytes(UTF_8));
    }

    /**
     * New events as they are stored behind so many others, of which the last has that digest. Each is read again before
     * anybody relies on it: an event that cannot be read takes the whole case with it.
     */
    List<byte[]> write(int length, String last, List<Recorded> events) {
        List<byte[]> stored = new ArrayList<>();
        String prev = last;
        for (Recorded recorded : events) {
            int number = length + stored.size() + 1;
            if (recorded.stamp().number() != number) {
                throw new IllegalArgumentException("Expected event %d of case %s, but found one numbered %d"
                        .formatted(number, theCase, recorded.stamp().number()));
            }
            byte[] event = write(recorded, prev);
            Recorded read = read(number, event, prev);
            if (!read.equals(recorded)) {
                throw new IllegalStateException(
                        "Expected event %d of case %s to be read as it was written, but it is not"
                                .formatted(number, theCase));
            }
            stored.add(event);
            String digest = digest(event);
            before.keep(place(number), prev + digest, event.length, read);
            prev = digest;
        }
        return stored;
    }

    /**
     * What a log ends with, kept beside it: the last event has none behind it that would hold its digest.
     *
     * @param digest of the last event
     */
    record Head(int length, String digest) {}

    String write(Head head) {
        return seals.seal((head.length() + " " + head.digest()).getBytes(UTF_8), headPlace());
    }

    Head head(String stored) {
        String[] parts = seals.open(stored, headPlace())
                .map(plain -> new String(plain, UTF_8).split(" ", 2))
                .orElseThrow(() -> new UnreadableDataException(
                        "Expected the head of the log of case %s to open, but it was changed or moved"
                                .formatted(theCase)));
        return new Head(Integer.parseInt(parts[0]), parts[1]);
    }

    private String headPlace() {
        return partnership + "|" + theCase + "|head";
    }

    /** Everything that is stored of the case. */
    History read(List<byte[]> stored, String head) {
        History history = read(stored);
        if (!head(head).equals(new Head(stored.size(), digest(stored.get(stored.size() - 1))))) {
            throw unreadable(stored.size(), "to be the last, as the head of the log tells", "it is not");
        }
        return history;
    }

    /** Everything in a log, whatever its head tells. */
    History read(List<byte[]> stored) {
        List<Recorded> events = new ArrayList<>();
        String prev = beginning();
        for (byte[] event : stored) {
            int number = events.size() + 1;
            String digest = digest(event);
            Optional<Recorded> known = before.find(place(number), prev + digest, Recorded.class);
            Recorded read = known.isPresent() ? known.get() : read(number, event, prev);
            if (known.isEmpty()) {
                before.keep(place(number), prev + digest, event.length, read);
            }
            events.add(read);
            prev = digest;
        }
        return new History(theCase, events);
    }

    /**
     * The numbers of the events that are not as they were stored.
     *
     * @param head what the log should end with, where that is known
     */
    SortedSet<Integer> changed(List<byte[]> stored, Optional<Head> head) {
        SortedSet<Integer> changed = new TreeSet<>();
        boolean cut = head.filter(its -> its.length() > stored.size()).isPresent();
        String prev = beginning();
        for (int number = 1; number <= stored.size(); number++) {
            byte[] event = stored.get(number - 1);
            if (!isRead(number, event, prev)) {
                boolean before = number > 1 && !cut && isVouchedFor(stored, number, head);
                changed.add(before ? number - 1 : number);
            }
            prev = digest(event);
        }
        return changed;
    }

    /** Whether an event that does not follow the one before is itself as it was stored: then the one before is not. */
    private boolean isVouchedFor(List<byte[]> stored, int number, Optional<Head> head) {
        byte[] event = stored.get(number - 1);
        String digest = digest(event);
        return isRead(number, event, prev(event))
                && (number < stored.size()
                        ? prev(stored.get(number)).equals(digest)
                        : head.equals(Optional.of(new Head(number, digest))));
    }

    private boolean isRead(int number, byte[] event, String prev) {
        try {
            read(number, event, prev);
            return true;
        } catch (UnreadableDataException e) {
            return false;
        }
    }

    private String prev(byte[] event) {
        try {
            return Packing.unpack(event)
                    .map(plain -> JSON.readTree(plain).path("prev").asString(""))
                    .orElse("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private byte[] write(Recorded recorded, String prev) {
        EventType type = EventType.of(recorded.event());
        Stamp stamp = recorded.stamp();
        ObjectNode content = JSON.valueToTree(recorded.event());
        new SealedTree(seals, place(stamp.number())).seal(content);
        ObjectNode event = JSON.createObjectNode()
                .put("at", stamp.at().toString())
                .put("by", stamp.by().person().map(PersonId::value).orElse(null))
                .put("prev", prev)
                .put("t", type.name())
                .put("turn", stamp.turn().value())
                .put("v", type.version());
        return Packing.pack(JSON.writeValueAsBytes(event.set("d", content)));
    }

    private Recorded read(int number, byte[] stored, String prev) {
        try {
            byte[] plain = Packing.unpack(stored)
                    .orElseThrow(() -> unreadable(number, "to be packed as events are here", "it is not"));
            JsonNode event = JSON.readTree(plain);
            if (!event.required("prev").stringValue().equals(prev)) {
                throw unreadable(number, "to follow the one before", "the chain is broken");
            }
            String name = event.required("t").stringValue();
            int version = event.required("v").intValue();
            EventType type = EventType.find(name, version)
                    .orElseThrow(() -> unreadable(
                            number, "to be of a type known here", "found %s version %d".formatted(name, version)));
            JsonNode content = event.required("d");
            new SealedTree(seals, place(number)).open(content);
            CaseEvent read = JSON.treeToValue(content, type.type());
            return new Recorded(stamp(number, event), read);
        } catch (JacksonException e) {
            // Its message may hold what somebody wrote.
            throw unreadable(number, "to read as it was stored", "it does not at '" + e.getPathReference() + "'");
        } catch (DateTimeException e) {
            throw unreadable(number, "to have a time", "it has none");
        }
    }

    private static Stamp stamp(int number, JsonNode event) {
        Actor by = event.required("by").isNull()
                ? Actor.CLOCK
                : Actor.of(new PersonId(event.required("by").stringValue()));
        Instant at = Instant.parse(event.required("at").stringValue());
        return new Stamp(number, at, by, new TurnId(event.required("turn").stringValue()));
    }

    private UnreadableDataException unreadable(int number, String expected, String found) {
        return new UnreadableDataException(
                "Expected event %d of case %s %s, but %s".formatted(number, theCase, expected, found));
    }

    private String place(int number) {
        return partnership + "|" + theCase + "|" + number;
    }

    /** What the event after this one holds. */
    static String digest(byte[] stored) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(stored);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }
}
