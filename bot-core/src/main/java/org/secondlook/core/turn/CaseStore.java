package org.secondlook.core.turn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;

/**
 * Keeps the cases, conversations and messages of partnerships. What {@link #commit} accepted survives a crash of the
 * application and of the store.
 */
public interface CaseStore {

    /** What a turn needs, in one read. */
    Loaded load(PartnershipId partnership, TurnId turn, Optional<CaseId> theCase, PersonId person);

    /** The history of a case; empty where there is none, or it was erased. */
    History history(PartnershipId partnership, CaseId theCase);

    /** The cases listed for a person or for one of these posts, the latest first. */
    List<History> listed(PartnershipId partnership, PersonId person, Set<PostId> posts);

    /** Stores all of it or nothing. */
    Committed commit(PartnershipId partnership, Commit commit);

    /** The next number of that year; a number is never given twice. */
    long nextNumber(PartnershipId partnership, int year);

    /** Claims cases in which time alone changes something by now. */
    List<Lease> claimCases(PartnershipId partnership, Instant now, int most);

    /** Claims messages that are to be sent by now. */
    List<Lease> claimMessages(PartnershipId partnership, Instant now, int most);

    /** When the clock comes to each case next; of a case that a worker has claimed, since when it was due. */
    Map<CaseId, Instant> timers(PartnershipId partnership);

    /**
     * Lets the clock come to a case at that time.
     *
     * @param version the length of its history as it was read
     * @return false if something happened in it since, or a worker has claimed it; then nothing is changed
     */
    boolean setTimer(PartnershipId partnership, CaseId theCase, int version, Instant due);

    /** All messages that are not sent yet. */
    List<OutboxMessage> waiting(PartnershipId partnership);

    /** A message that waits to be sent. */
    Optional<OutboxMessage> message(PartnershipId partnership, OutboxId message);

    /** Ends a claim on a case in which nothing was to be done; it comes up again at that time. */
    void release(PartnershipId partnership, Lease lease, Optional<Instant> due);

    /** The message is sent, or not wanted any more. False if the claim no longer stands. */
    boolean complete(PartnershipId partnership, Lease lease);

    /** The message is tried again later. False if the claim no longer stands. */
    boolean retry(PartnershipId partnership, Lease lease, OutboxMessage later);

    /** The cases that are not closed, each with the protocol it is pinned to. */
    Map<CaseId, ProtocolId> open(PartnershipId partnership);

    /** The calendar by which the dates of all cases were last worked out anew; empty if they never were. */
    Optional<String> calendar(PartnershipId partnership);

    /** The dates of all cases have been worked out by this calendar. */
    void calendar(PartnershipId partnership, String fingerprint);

    /** Who has begun something and not sent it. */
    Set<PersonId> peopleWithDrafts(PartnershipId partnership);

    /** When the application was last at work for the partnership, on the wire clock; empty if it never was. */
    Optional<Instant> alive(PartnershipId partnership);

    /** The application is at work for the partnership; another may be ahead, and then nothing changes. */
    void alive(PartnershipId partnership, Instant now);

    /** When the next case or message is due. */
    Optional<Instant> nextDue(PartnershipId partnership);

    /**
     * What was read for a turn.
     *
     * @param earlier what the same turn led to, if it was committed before
     * @param history of the case; empty if none was asked for or there is none
     * @param drafts what the person has begun and not sent
     * @param sent what the person has sent and may still take back
     */
    record Loaded(
            Optional<Earlier> earlier,
            Optional<History> history,
            List<Versioned<Conversation>> drafts,
            List<Versioned<Conversation>> sent) {

        public Loaded {
            drafts = List.copyOf(drafts);
            sent = List.copyOf(sent);
        }
    }

    /** What was committed under a turn id. */
    record Earlier(String content, String shown) {}

    /** What became of a commit. */
    enum Committed {
        STORED,
        /** The same turn was committed before. */
        REPEATED,
        /** Somebody else was faster; load and decide again. */
        CONFLICT,
        /** The claim under which the clock acted no longer stands. */
        LEASE_LOST
    }
}
