package org.secondlook.core.turn;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.Attempt;
import org.secondlook.core.outbox.Gap;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.routing.Acting;
import org.secondlook.core.routing.Router;
import org.secondlook.core.turn.CaseStore.Committed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people that what they sent may not have arrived: whoever owes something in an open case, has raised one, or
 * has a draft. A gap is told in one step, and once, whichever instances notice it.
 */
public final class Gaps {

    private static final Logger log = LoggerFactory.getLogger(Gaps.class);

    private static final int ATTEMPTS = 8;

    private final CaseStore store;
    private final Clock clock;

    /** @param clock the case clock */
    public Gaps(CaseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Tells of a gap.
     *
     * @param turn by which every instance knows this gap, and no other
     * @param whom of those whom it concerns
     */
    public void tell(Partnership partnership, TurnId turn, Gap gap, Predicate<Person> whom) {
        tell(partnership, turn, gap, whom, false);
    }

    /**
     * Tells everybody whom it concerns of a gap at whose beginning the store is as it was then: the messages that wait in it
     * may have been sent since, and are not sent.
     */
    public void tellInsteadOfWhatWaits(Partnership partnership, TurnId turn, Gap gap) {
        tell(partnership, turn, gap, person -> true, true);
    }

    private void tell(Partnership partnership, TurnId turn, Gap gap, Predicate<Person> whom, boolean instead) {
        List<OutboxMessage> messages = new ArrayList<>();
        concerned(partnership).stream()
                .flatMap(person -> partnership.directory().person(person).stream())
                .filter(person -> !person.identities().isEmpty())
                .filter(whom)
                .forEach(person -> messages.add(message(OutboxId.of(turn, messages.size()), person, gap)));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Committed committed =
                    store.commit(partnership.id(), commit(turn, messages, instead ? waiting(partnership) : List.of()));
            if (committed == Committed.STORED) {
                log.warn(
                        "What was sent may not have arrived, people are told partnership={} turn={} from={} to={} told={}",
                        partnership.id(),
                        turn,
                        gap.from(),
                        gap.to(),
                        messages.size());
            }
            if (committed != Committed.CONFLICT) {
                return;
            }
        }
        throw new IllegalStateException("Expected %s to be stored within %d attempts".formatted(turn, ATTEMPTS));
    }

    private List<OutboxId> waiting(Partnership partnership) {
        // What somebody had claimed waits again once its claim has ended.
        store.claimMessages(partnership.id(), clock.instant(), 0);
        return store.waiting(partnership.id()).stream().map(OutboxMessage::id).toList();
    }

    private static Commit commit(TurnId turn, List<OutboxMessage> messages, List<OutboxId> withdrawn) {
        return new Commit(
                turn,
                turn.value(),
                "",
                Optional.empty(),
                Optional.empty(),
                messages,
                withdrawn,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private OutboxMessage message(OutboxId id, Person person, Gap gap) {
        Instant now = clock.instant();
        return new OutboxMessage(
                id,
                new Telling.To.ThePerson(person.id()),
                "X-3",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(gap),
                Optional.empty(),
                now,
                Attempt.first(now));
    }

    private Set<PersonId> concerned(Partnership partnership) {
        Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::value));
        people.addAll(store.peopleWithDrafts(partnership.id()));
        for (CaseId id : store.open(partnership.id()).keySet()) {
            try {
                Case theCase = store.history(partnership.id(), id).replay();
                if (theCase.status() != Case.Status.NOT_SENT) {
                    people.addAll(concerned(partnership, theCase));
                }
            } catch (RuntimeException e) {
                log.error(
                        "Case cannot be read, its people are not told of a gap partnership={} caseId={} fault={}",
                        partnership.id(),
                        id,
                        TurnFault.places(e));
            }
        }
        return people;
    }

    private Set<PersonId> concerned(Partnership partnership, Case theCase) {
        Router router = new Router(
                partnership.protocol(theCase.protocol()),
                partnership.directory(),
                WorkingCalendar.dayOf(clock.instant()));
        Set<PersonId> people = new HashSet<>();
        people.add(theCase.concern().raiser());
        theCase.open().stream()
                .filter(owed -> !theCase.isWaiting(owed))
                .forEach(owed -> router.actingFor(owed.holder())
                        .map(Acting::person)
                        .map(Person::id)
                        .ifPresent(people::add));
        return people;
    }
}
