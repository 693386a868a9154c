package org.secondlook.core.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;

/**
 * Everything a turn changes, stored in one atomic step or not at all.
 *
 * @param content a digest of what was done; the same turn id with another is refused
 * @param shown what the person was shown, so that a repetition is shown the same
 * @param withdrawn messages that must still be waiting, and are not sent
 * @param calledOff messages that are not sent either, where they still wait
 * @param lease the claim of the case under which the clock acts; writing the case ends it
 * @param sent the claim of a message that is done with by this
 */
public record Commit(
        TurnId turn,
        String content,
        String shown,
        Optional<CaseWrite> theCase,
        Optional<ConversationWrite> conversation,
        List<OutboxMessage> messages,
        List<OutboxId> withdrawn,
        List<OutboxId> calledOff,
        Optional<Lease> lease,
        Optional<Lease> sent) {

    public Commit {
        messages = List.copyOf(messages);
        withdrawn = List.copyOf(withdrawn);
        calledOff = List.copyOf(calledOff);
        if (lease.isPresent() && theCase.isEmpty()) {
            throw new IllegalArgumentException("Expected the case that is claimed to be written, but there is none");
        }
    }

    /**
     * New events of a case.
     *
     * @param version the length of its history before them
     * @param posts the posts for which it is listed
     * @param people the people for whom it is listed
     * @param open the protocol it is pinned to, while it is not closed
     * @param due when the clock next has something to do
     */
    public record CaseWrite(
            CaseId id,
            int version,
            List<Recorded> events,
            Set<PostId> posts,
            Set<PersonId> people,
            Optional<ProtocolId> open,
            Optional<Instant> due) {

        public CaseWrite {
            events = List.copyOf(events);
            posts = Set.copyOf(posts);
            people = Set.copyOf(people);
        }
    }

    /**
     * A conversation after the turn.
     *
     * @param version its version before; 0 for a new one
     */
    public record ConversationWrite(Conversation conversation, int version, Plan.Fate fate) {}
}
