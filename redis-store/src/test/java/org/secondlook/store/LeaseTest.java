package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Lease;
import org.secondlook.core.turn.Writing;
import org.secondlook.store.server.TestServer;

/** Claims whose time is over as soon as they are made: every worker is too slow. */
class LeaseTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final CaseId CASE = new CaseId("case-1");

    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final CaseStore store =
            new RedisCaseStore(TestServer.shared().redis(), TestServer.shared().keyFile(), Duration.ZERO);

    private void given(Writing writing) {
        assertThat(store.commit(here, writing.commit())).isEqualTo(Committed.STORED);
    }

    private static OutboxMessage message(String id, Instant due) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePerson(new PersonId("tom-reed")),
                "M-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                due,
                Attempt.first(due));
    }

    @Test
    void whatOneWorkerDoesNotFinishAnotherClaims() {
        given(Writing.turn("t-1").to(CASE, 0).due(TEN));
        Lease slow = store.claimCases(here, TEN, 10).get(0);
        Lease next = store.claimCases(here, TEN, 10).get(0);

        assertThat(next.member()).isEqualTo(slow.member());
        assertThat(next.token()).isNotEqualTo(slow.token());
        assertThat(List.of(slow.again(), next.again())).containsExactly(false, true);
        assertThat(store.commit(
                        here, Writing.turn("t-2").to(CASE, 1).under(slow).commit()))
                .isEqualTo(Committed.LEASE_LOST);
        store.release(here, slow, Optional.of(TEN.plusSeconds(60)));
        given(Writing.turn("t-3").to(CASE, 1).under(next));
        assertThat(store.nextDue(here)).isEmpty();
    }

    @Test
    void theFirstOfTwoWorkersNoLongerCompletesOrRetries() {
        OutboxMessage message = message("m-1", TEN);
        given(Writing.turn("t-1").sends(message));
        Lease slow = store.claimMessages(here, TEN, 10).get(0);
        Lease next = store.claimMessages(here, TEN, 10).get(0);

        assertThat(store.complete(here, slow)).isFalse();
        assertThat(store.retry(here, slow, message.with(message.next().again(TEN))))
                .isFalse();
        assertThat(store.message(here, message.id())).contains(message);
        assertThat(store.complete(here, next)).isTrue();
        assertThat(store.claimMessages(here, TEN, 10)).isEmpty();
    }

    @Test
    void aWorkerWhoIsLateButStillAloneFinishes() {
        given(Writing.turn("t-1").sends(message("m-1", TEN)));
        Lease late = store.claimMessages(here, TEN, 10).get(0);

        assertThat(store.complete(here, late)).isTrue();
    }

    @Test
    void whatIsClaimedAgainIsDueSinceItWas() {
        given(Writing.turn("t-1").sends(message("m-2", TEN.plusSeconds(1)), message("m-1", TEN)));
        store.claimMessages(here, TEN.plusSeconds(1), 10);
        store.claimMessages(here, TEN.plusSeconds(1), 10);

        assertThat(store.claimMessages(here, TEN.minusSeconds(1), 10)).isEmpty();
        assertThat(store.nextDue(here)).contains(TEN);
        assertThat(members(store.claimMessages(here, TEN, 10))).containsExactly("m-1");
        assertThat(members(store.claimMessages(here, TEN.plusSeconds(1), 10))).containsExactly("m-1", "m-2");
    }

    private static List<String> members(List<Lease> leases) {
        return leases.stream().map(Lease::member).toList();
    }
}
