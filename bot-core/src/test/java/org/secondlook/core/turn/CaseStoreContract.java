package org.secondlook.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.conversation.Position;
import org.secondlook.core.conversation.Task;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Earlier;
import org.secondlook.core.turn.CaseStore.Loaded;

/** What every case store does; each kind of store has a test that extends this. */
public abstract class CaseStoreContract {

    protected static final CaseId CASE = new CaseId("case-1");
    protected static final CaseId OTHER = new CaseId("case-2");
    protected static final PersonId ASHA = new PersonId("asha-patel");
    protected static final PersonId TOM = new PersonId("tom-reed");
    protected static final PostId MANAGER = new PostId("team-manager");
    protected static final PostId LEAD = new PostId("named-nurse");
    protected static final Instant TEN = SettableClock.instant("2026-12-01T10:00");
    protected static final Instant ELEVEN = SettableClock.instant("2026-12-01T11:00");
    protected static final Instant NOON = SettableClock.instant("2026-12-01T12:00");

    /** A partnership that no other test writes to. */
    protected final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());

    protected abstract CaseStore store();

    protected final Committed commit(Writing writing) {
        return store().commit(here, writing.commit());
    }

    /** Stores what a test needs. */
    protected final void given(Writing writing) {
        assertThat(commit(writing)).isEqualTo(Committed.STORED);
    }

    protected final Loaded load(String turn, PersonId person) {
        return store().load(here, new TurnId(turn), Optional.empty(), person);
    }

    protected final Loaded load(String turn, CaseId theCase) {
        return store().load(here, new TurnId(turn), Optional.of(theCase), ASHA);
    }

    protected final int version(CaseId theCase) {
        return store().history(here, theCase).version();
    }

    protected static Conversation conversation(String id, PersonId person, Map<String, List<String>> answers) {
        return new Conversation(
                new ConversationId(id), person, Task.raise(), Position.at("P-6"), answers, false, TEN, TEN);
    }

    protected static OutboxMessage message(String id, Instant due) {
        return new OutboxMessage(
                new OutboxId(id),
                new Telling.To.ThePost(MANAGER),
                "M-1",
                Optional.of(CASE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ASHA),
                due,
                Attempt.first(due));
    }

    private List<String> members(List<Lease> leases) {
        return leases.stream().map(Lease::member).toList();
    }

    private Lease claimCase(Instant now) {
        List<Lease> leases = store().claimCases(here, now, 1);
        assertThat(leases).hasSize(1);
        return leases.get(0);
    }

    private Lease claimMessage(Instant now) {
        List<Lease> leases = store().claimMessages(here, now, 1);
        assertThat(leases).hasSize(1);
        return leases.get(0);
    }

    @Nested
    class Turns {

        @Test
        void areUnknownBeforeTheyAreStored() {
            Loaded loaded = load("t-1", CASE);

            assertThat(loaded.earlier()).isEmpty();
            assertThat(loaded.history()).isEmpty();
            assertThat(loaded.drafts()).isEmpty();
            assertThat(loaded.sent()).isEmpty();
            assertThat(store().history(here, CASE).version()).isZero();
        }

        @Test
        void areRememberedWithTheirContentAndWhatWasShown() {
            given(Writing.turn("t-1"));

            assertThat(load("t-1", ASHA).earlier()).contains(new Earlier("content of t-1", "shown after t-1"));
            assertThat(load("t-2", ASHA).earlier()).isEmpty();
        }

        @Test
        void ofACaseAreRememberedWhetherOrNotTheCaseIsNamed() {
            given(Writing.turn("t-1").to(CASE, 0));

            Earlier earlier = new Earlier("content of t-1", "shown after t-1");
            assertThat(load("t-1", CASE).earlier()).contains(earlier);
            assertThat(load("t-1", ASHA).earlier()).contains(earlier);
        }

        @Test
        void areStoredOnce() {
            given(Writing.turn("t-1").to(CASE, 0));

            refused(Committed.REPEATED, Writing.turn("t-1").to(CASE, 0));
            refused(Committed.REPEATED, Writing.turn("t-1").to(CASE, 1));
        }

        @Test
        void areStoredOnceWhateverElseIsDoneUnderTheirName() {
            given(Writing.turn("t-1").to(CASE, 0));

            refused(Committed.REPEATED, Writing.turn("t-1").to(OTHER, 0));
            assertThat(version(OTHER)).isZero();
        }

        @Test
        void ofOnePartnershipAreUnknownToAnother() {
            given(Writing.turn("t-1").to(CASE, 0).listedFor(ASHA).due(TEN));
            PartnershipId elsewhere = new PartnershipId("p-" + UUID.randomUUID());

            assertThat(store().load(elsewhere, new TurnId("t-1"), Optional.of(CASE), ASHA))
                    .isEqualTo(new Loaded(Optional.empty(), Optional.empty(), List.of(), List.of()));
            assertThat(store().listed(elsewhere, ASHA, Set.of())).isEmpty();
            assertThat(store().nextDue(elsewhere)).isEmpty();
        }
    }

    @Nested
    class Cases {

        @Test
        void keepTheirEventsInOrder() {
            Commit first = Writing.turn("t-1")
                    .to(CASE, 0)
                    .events(new CaseEvent.Marked("one"), new CaseEvent.Seen(TOM))
                    .commit();
            Commit second = Writing.turn("t-2").to(CASE, 2).commit();

            store().commit(here, first);
            store().commit(here, second);

            List<Object> events = new ArrayList<>(first.theCase().orElseThrow().events());
            events.addAll(second.theCase().orElseThrow().events());
            assertThat(store().history(here, CASE).id()).isEqualTo(CASE);
            assertThat(store().history(here, CASE).events()).isEqualTo(events);
            assertThat(load("t-3", CASE).history()).contains(store().history(here, CASE));
        }

        @Test
        void doNotTakeEventsThatWereDecidedOnAnotherVersion() {
            given(Writing.turn("t-1").to(CASE, 0));
            given(Writing.turn("t-2").to(CASE, 1));

            for (int version : List.of(0, 1, 3)) {
                refused(
                        Committed.CONFLICT,
                        Writing.turn("late-" + version)
                                .to(CASE, version)
                                .listedFor(ASHA)
                                .due(TEN)
                                .conversation(conversation("c-1", ASHA, Map.of()), 0, Plan.Fate.KEPT));
            }
            assertThat(store().listed(here, ASHA, Set.of())).isEmpty();
        }

        @Test
        void areListedForPeopleAndPostsTheLatestFirst() {
            given(Writing.turn("t-1").to(CASE, 0).at(TEN).listedFor(ASHA).listedFor(MANAGER));
            given(Writing.turn("t-2").to(OTHER, 0).at(ELEVEN).listedFor(TOM).listedFor(MANAGER));

            assertThat(listed(ASHA)).containsExactly(CASE);
            assertThat(listed(TOM)).containsExactly(OTHER);
            assertThat(listed(ASHA, MANAGER)).containsExactly(OTHER, CASE);
            assertThat(listed(ASHA, LEAD)).containsExactly(CASE);
            assertThat(store().listed(here, ASHA, Set.of())).containsExactly(store().history(here, CASE));
        }

        @Test
        void leaveTheListsTheyNoLongerBelongTo() {
            given(Writing.turn("t-1").to(CASE, 0).listedFor(ASHA).listedFor(MANAGER));
            given(Writing.turn("t-2").to(CASE, 1).listedFor(TOM).listedFor(MANAGER));
            assertThat(listed(ASHA)).isEmpty();
            assertThat(listed(TOM)).containsExactly(CASE);

            given(Writing.turn("t-3").to(CASE, 2).listedFor(LEAD));
            assertThat(listed(TOM, MANAGER)).isEmpty();
            assertThat(listed(ASHA, LEAD)).containsExactly(CASE);
        }

        private List<CaseId> listed(PersonId person, PostId... posts) {
            return store().listed(here, person, Set.of(posts)).stream()
                    .map(history -> history.id())
                    .toList();
        }

        @Test
        void areOpenUntilTheyAreClosed() {
            ProtocolId first = new ProtocolId("bradford", 1);
            ProtocolId second = new ProtocolId("bradford", 2);
            given(Writing.turn("t-1").to(CASE, 0).openUnder(first).due(TEN));
            given(Writing.turn("t-2").to(OTHER, 0).openUnder(second));
            assertThat(store().open(here)).isEqualTo(Map.of(CASE, first, OTHER, second));

            given(Writing.turn("t-3").to(CASE, 1).closed());
            assertThat(store().open(here)).isEqualTo(Map.of(OTHER, second));
            assertThat(store().open(new PartnershipId(here + "-other"))).isEmpty();
        }

        @Test
        void areNumberedByYearWithoutRepetition() {
            List<Long> numbers = IntStream.range(0, 5)
                    .mapToObj(i -> store().nextNumber(here, 2026))
                    .toList();

            assertThat(numbers).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(store().nextNumber(here, 2027)).isEqualTo(1);
            assertThat(store().nextNumber(new PartnershipId(here + "-other"), 2026))
                    .isEqualTo(1);
        }
    }

    @Nested
    class Conversations {

        private final Conversation draft = conversation("c-1", ASHA, Map.of("P-6", List.of("Closed.")));

        @Test
        void areSeenByNobodyElse() {
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));

            assertThat(load("t-2", ASHA).drafts()).containsExactly(new Versioned<>(draft, 1));
            assertThat(load("t-2", ASHA).sent()).isEmpty();
            assertThat(load("t-2", TOM).drafts()).isEmpty();
        }

        @Test
        void areKeptAsTheyWereLast() {
            Conversation later = conversation("c-1", ASHA, Map.of("P-6", List.of("Closed without a visit.")));
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").conversation(later, 1, Plan.Fate.KEPT));

            assertThat(load("t-3", ASHA).drafts()).containsExactly(new Versioned<>(later, 2));
        }

        @Test
        void doNotTakeWhatWasDecidedOnAnotherVersion() {
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").conversation(draft, 1, Plan.Fate.KEPT));

            for (int version : List.of(0, 1, 3)) {
                refused(
                        Committed.CONFLICT,
                        Writing.turn("late-" + version).to(CASE, 0).conversation(draft, version, Plan.Fate.DELETED));
            }
        }

        @Test
        void areGoneWhenTheyAreDeleted() {
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").conversation(draft, 1, Plan.Fate.DELETED));

            assertThat(load("t-3", ASHA).drafts()).isEmpty();
            assertThat(load("t-3", ASHA).sent()).isEmpty();
            refused(Committed.CONFLICT, Writing.turn("t-3").conversation(draft, 1, Plan.Fate.KEPT));
        }

        @Test
        void areOutOfSightOnceSentAndCanBeTakenBack() {
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").to(CASE, 0).conversation(draft, 1, Plan.Fate.SENT));
            assertThat(load("t-3", ASHA).drafts()).isEmpty();
            assertThat(load("t-3", ASHA).sent()).containsExactly(new Versioned<>(draft, 2));

            given(Writing.turn("t-3").to(CASE, 1).conversation(draft, 2, Plan.Fate.KEPT));
            assertThat(load("t-4", ASHA).drafts()).containsExactly(new Versioned<>(draft, 3));
            assertThat(load("t-4", ASHA).sent()).isEmpty();
        }

        @Test
        void ofOnePersonAreKeptApart() {
            Conversation other = conversation("c-2", ASHA, Map.of());
            given(Writing.turn("t-1").conversation(draft, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").conversation(other, 0, Plan.Fate.KEPT));
            given(Writing.turn("t-3").conversation(draft, 1, Plan.Fate.SENT));

            assertThat(load("t-4", ASHA).drafts()).containsExactly(new Versioned<>(other, 1));
            assertThat(load("t-4", ASHA).sent()).containsExactly(new Versioned<>(draft, 2));
        }
    }

    @Nested
    class Timers {

        @Test
        void comeUpInTheOrderInWhichTheyAreDueAndNotBefore() {
            given(Writing.turn("t-1").to(CASE, 0).due(ELEVEN));
            given(Writing.turn("t-2").to(OTHER, 0).due(TEN));

            assertThat(store().claimCases(here, TEN.minusMillis(1), 10)).isEmpty();
            assertThat(members(store().claimCases(here, TEN, 10))).containsExactly("case-2");
            assertThat(store().claimCases(here, TEN, 10)).isEmpty();
            assertThat(members(store().claimCases(here, NOON, 10))).containsExactly("case-1");
        }

        @Test
        void areClaimedOnlySoManyAtATime() {
            given(Writing.turn("t-1").to(CASE, 0).due(ELEVEN));
            given(Writing.turn("t-2").to(OTHER, 0).due(TEN));

            assertThat(members(store().claimCases(here, NOON, 1))).containsExactly("case-2");
            assertThat(members(store().claimCases(here, NOON, 1))).containsExactly("case-1");
        }

        @Test
        void neverComeUpEarly() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN.plusNanos(1)));

            assertThat(store().claimCases(here, TEN, 10)).isEmpty();
            assertThat(store().claimCases(here, TEN.plusMillis(1), 10)).hasSize(1);
        }

        @Test
        void areReplacedByEveryTurnOfTheCase() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            given(Writing.turn("t-2").to(CASE, 1).due(NOON));
            assertThat(store().claimCases(here, ELEVEN, 10)).isEmpty();

            given(Writing.turn("t-3").to(CASE, 2));
            assertThat(store().claimCases(here, NOON, 10)).isEmpty();
        }

        @Test
        void areSetAnewByTheTurnOfTheClock() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            Lease lease = claimCase(TEN);

            given(Writing.turn("t-2").to(CASE, 1).due(ELEVEN).under(lease));

            assertThat(version(CASE)).isEqualTo(2);
            assertThat(store().claimCases(here, TEN, 10)).isEmpty();
            assertThat(claimCase(ELEVEN)).isNotEqualTo(lease);
        }

        @Test
        void takeNoTurnOfTheClockUnderAClaimThatDoesNotStand() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            Lease lease = claimCase(TEN);
            Lease forged = new Lease(lease.member(), lease.token() + 1, false);

            refused(Committed.LEASE_LOST, Writing.turn("t-2").to(CASE, 1).under(forged));

            given(Writing.turn("t-3").to(CASE, 1).due(TEN).under(lease));
            refused(Committed.LEASE_LOST, Writing.turn("t-4").to(CASE, 2).under(lease));
        }

        @Test
        void areNoLongerClaimedOnceAPersonWasFaster() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            Lease lease = claimCase(TEN);
            given(Writing.turn("t-2").to(CASE, 1).due(ELEVEN));

            refused(Committed.LEASE_LOST, Writing.turn("t-3").to(CASE, 1).under(lease));
            store().release(here, lease, Optional.of(NOON));
            assertThat(store().nextDue(here)).contains(ELEVEN);
        }

        @Test
        void areReleasedUntilTheyAreDueAgain() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            Lease lease = claimCase(TEN);

            store().release(here, lease, Optional.of(NOON));

            assertThat(store().claimCases(here, ELEVEN, 10)).isEmpty();
            assertThat(members(store().claimCases(here, NOON, 10))).containsExactly("case-1");
        }

        @Test
        void areKnownOfEveryCaseClaimedOrNot() {
            CaseId other = new CaseId("case-2");
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            given(Writing.turn("t-2").to(other, 0).due(NOON));
            claimCase(TEN);

            assertThat(store().timers(here)).isEqualTo(Map.of(CASE, TEN, other, NOON));
        }

        @Test
        void canBeSetWhereNothingHappensMeanwhile() {
            given(Writing.turn("t-1").to(CASE, 0));

            assertThat(store().setTimer(here, CASE, 0, TEN)).isFalse();
            assertThat(store().setTimer(here, CASE, 1, ELEVEN)).isTrue();
            assertThat(store().timers(here)).isEqualTo(Map.of(CASE, ELEVEN));

            claimCase(ELEVEN);
            assertThat(store().setTimer(here, CASE, 1, NOON)).isFalse();
            assertThat(store().claimCases(here, NOON, 10)).isEmpty();
        }

        @Test
        void areReleasedForGood() {
            given(Writing.turn("t-1").to(CASE, 0).due(TEN));
            Lease lease = claimCase(TEN);

            store().release(here, lease, Optional.empty());

            assertThat(store().claimCases(here, NOON, 10)).isEmpty();
            refused(Committed.LEASE_LOST, Writing.turn("t-2").to(CASE, 1).under(lease));
        }
    }

    @Nested
    class Calendars {

        @Test
        void areRememberedForEachPartnership() {
            PartnershipId elsewhere = new PartnershipId("p-" + UUID.randomUUID());
            assertThat(store().calendar(here)).isEmpty();

            store().calendar(here, "one");
            store().calendar(here, "two");

            assertThat(store().calendar(here)).contains("two");
            assertThat(store().calendar(elsewhere)).isEmpty();
        }
    }

    @Nested
    class Work {

        @Test
        void wasLastDoneAtATimeOfItsOwnForEachPartnership() {
            PartnershipId elsewhere = new PartnershipId("p-" + UUID.randomUUID());
            assertThat(store().alive(here)).isEmpty();

            store().alive(here, TEN);
            store().alive(here, ELEVEN);
            store().alive(here, TEN);

            assertThat(store().alive(here)).contains(ELEVEN);
            assertThat(store().alive(elsewhere)).isEmpty();
        }

        @Test
        void thatIsBegunAndNotSentTellsWhose() {
            given(Writing.turn("t-1").conversation(conversation("c-1", ASHA, Map.of()), 0, Plan.Fate.KEPT));
            given(Writing.turn("t-2").conversation(conversation("c-2", TOM, Map.of()), 0, Plan.Fate.KEPT));
            given(Writing.turn("t-3").conversation(conversation("c-2", TOM, Map.of()), 1, Plan.Fate.SENT));

            assertThat(store().peopleWithDrafts(here)).containsExactly(ASHA);
        }
    }

    @Nested
    class Messages {

        private final OutboxMessage first = message("m-1", TEN);
        private final OutboxMessage second = message("m-2", ELEVEN);

        @Test
        void waitUntilTheyAreDue() {
            given(Writing.turn("t-1").sends(second, first));

            assertThat(store().message(here, first.id())).contains(first);
            assertThat(members(store().claimMessages(here, TEN, 10))).containsExactly("m-1");
            assertThat(members(store().claimMessages(here, NOON, 10))).containsExactly("m-2");
            assertThat(store().claimMessages(here, NOON, 10)).isEmpty();
        }

        @Test
        void areAllKnownWhileTheyWait() {
            given(Writing.turn("t-1").sends(first, second));
            assertThat(store().waiting(here)).containsExactlyInAnyOrder(first, second);

            store().complete(here, claimMessage(TEN));
            assertThat(store().waiting(here)).containsExactly(second);
        }

        @Test
        void areGoneWhenTheyAreSent() {
            given(Writing.turn("t-1").sends(first));
            Lease lease = claimMessage(TEN);

            assertThat(store().complete(here, lease)).isTrue();

            assertThat(store().message(here, first.id())).isEmpty();
            assertThat(store().claimMessages(here, NOON, 10)).isEmpty();
            assertThat(store().complete(here, lease)).isFalse();
        }

        @Test
        void areGoneWithTheCommitThatSaysWhatBecameOfThem() {
            given(Writing.turn("t-1").sends(first));
            Lease lease = claimMessage(TEN);

            given(Writing.turn("t-2").to(CASE, 0).ends(lease));

            assertThat(store().message(here, first.id())).isEmpty();
            assertThat(store().complete(here, lease)).isFalse();
        }

        @Test
        void areNotGoneWithACommitWhoseClaimDoesNotStand() {
            given(Writing.turn("t-1").sends(first));
            Lease lease = claimMessage(TEN);
            Lease forged = new Lease(lease.member(), lease.token() + 1, false);

            refused(Committed.LEASE_LOST, Writing.turn("t-2").to(CASE, 0).ends(forged));

            assertThat(store().message(here, first.id())).contains(first);
            assertThat(store().history(here, CASE).version()).isZero();
        }

        @Test
        void areTriedAgainLater() {
            given(Writing.turn("t-1").sends(first));
            Lease lease = claimMessage(TEN);

            OutboxMessage later = first.with(first.next().again(ELEVEN));
            assertThat(store().retry(here, lease, later)).isTrue();

            assertThat(store().message(here, first.id())).contains(later);
            assertThat(store().claimMessages(here, TEN, 10)).isEmpty();
            assertThat(claimMessage(ELEVEN).member()).isEqualTo("m-1");
        }

        @Test
        void areLeftAloneByAWorkerWhoseClaimDoesNotStand() {
            given(Writing.turn("t-1").sends(first));
            Lease lease = claimMessage(TEN);
            Lease forged = new Lease(lease.member(), lease.token() + 1, false);

            assertThat(store().complete(here, forged)).isFalse();
            assertThat(store().retry(here, forged, first.with(first.next().again(NOON))))
                    .isFalse();

            assertThat(store().message(here, first.id())).contains(first);
            assertThat(store().complete(here, lease)).isTrue();
        }

        @Test
        void canBeWithdrawnWhileTheyWait() {
            given(Writing.turn("t-1").sends(first, second));
            given(Writing.turn("t-2").withdraws(first));

            assertThat(store().message(here, first.id())).isEmpty();
            assertThat(members(store().claimMessages(here, NOON, 10))).containsExactly("m-2");
        }

        @Test
        void areCalledOffWhereTheyStillWait() {
            given(Writing.turn("t-1").sends(first, second));
            Lease lease = claimMessage(TEN);
            store().complete(here, lease);

            given(Writing.turn("t-2").callsOff(first, second));

            assertThat(store().message(here, second.id())).isEmpty();
            assertThat(store().claimMessages(here, NOON, 10)).isEmpty();
        }

        @Test
        void cannotBeWithdrawnOnceSomebodyHasClaimedThem() {
            given(Writing.turn("t-1").sends(first, second));
            Lease lease = claimMessage(TEN);

            refused(Committed.CONFLICT, Writing.turn("t-2").to(CASE, 0).withdraws(second, first));

            store().complete(here, lease);
            refused(Committed.CONFLICT, Writing.turn("t-3").withdraws(first));
            assertThat(store().message(here, second.id())).contains(second);
        }

        @Test
        void andTimersAreDueAtTheEarliest() {
            assertThat(store().nextDue(here)).isEmpty();

            given(Writing.turn("t-1").to(CASE, 0).due(NOON).sends(second));
            assertThat(store().nextDue(here)).contains(ELEVEN);

            claimMessage(ELEVEN);
            assertThat(store().nextDue(here)).contains(NOON);

            claimCase(NOON);
            assertThat(store().nextDue(here)).isEmpty();
        }
    }

    @Nested
    class Together {

        @Test
        void oneOfTwoWritersIsFirst() throws Exception {
            List<Committed> committed =
                    atOnce(20, i -> commit(Writing.turn("t-" + i).to(CASE, 0).sends(message("m-" + i, TEN))));

            assertThat(committed).containsOnlyOnce(Committed.STORED).contains(Committed.CONFLICT);
            assertThat(version(CASE)).isEqualTo(1);
            assertThat(store().claimMessages(here, NOON, 100)).hasSize(1);
        }

        @Test
        void aTurnThatIsDeliveredManyTimesIsStoredOnce() throws Exception {
            List<Committed> committed =
                    atOnce(20, i -> commit(Writing.turn("t-1").to(CASE, 0).sends(message("m-1", TEN))));

            assertThat(committed).containsOnlyOnce(Committed.STORED).contains(Committed.REPEATED);
            assertThat(committed).doesNotContain(Committed.CONFLICT);
            assertThat(version(CASE)).isEqualTo(1);
        }

        @Test
        void everyWriterWhoTriesAgainIsStored() throws Exception {
            atOnce(20, i -> {
                Committed committed = Committed.CONFLICT;
                while (committed == Committed.CONFLICT) {
                    committed = commit(Writing.turn("t-" + i).to(CASE, version(CASE)));
                }
                return committed;
            });

            assertThat(store().history(here, CASE).events())
                    .extracting(recorded -> recorded.stamp().turn().value())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 20).mapToObj(i -> "t-" + i).toList());
        }

        @Test
        void nothingIsClaimedTwice() throws Exception {
            OutboxMessage[] messages =
                    IntStream.range(0, 50).mapToObj(i -> message("m-" + i, TEN)).toArray(OutboxMessage[]::new);
            given(Writing.turn("t-1").sends(messages));

            List<List<Lease>> claims = atOnce(10, i -> store().claimMessages(here, TEN, 7));

            assertThat(claims.stream().flatMap(List::stream).map(Lease::member))
                    .hasSize(50)
                    .doesNotHaveDuplicates();
        }

        @Test
        void noNumberIsGivenTwice() throws Exception {
            assertThat(atOnce(50, i -> store().nextNumber(here, 2026))).doesNotHaveDuplicates();
        }

        private <T> List<T> atOnce(int times, Writer<T> writer) throws InterruptedException, ExecutionException {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<T>> all = IntStream.range(0, times)
                        .<Callable<T>>mapToObj(i -> () -> writer.write(i))
                        .toList();
                List<T> results = new ArrayList<>();
                for (Future<T> future : threads.invokeAll(all)) {
                    results.add(future.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }

        interface Writer<T> {
            T write(int number);
        }
    }

    /** A turn is not stored, and nothing of it is there. */
    private void refused(Committed why, Writing writing) {
        OutboxMessage message = message("of-the-refused", TEN);
        Commit commit = writing.sends(message).commit();
        Optional<Earlier> earlier = load(commit.turn().value(), CASE).earlier();
        Loaded before = load("none", CASE);
        Optional<Instant> due = store().nextDue(here);

        assertThat(store().commit(here, commit)).isEqualTo(why);

        assertThat(load(commit.turn().value(), CASE).earlier()).isEqualTo(earlier);
        assertThat(load("none", CASE)).isEqualTo(before);
        assertThat(store().nextDue(here)).isEqualTo(due);
        assertThat(store().message(here, message.id())).isEmpty();
    }
}
