package org.secondlook.core.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.calendar.Deadline;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.protocol.Closing.Outcome;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.StageId;

/**
 * One disagreement as its history leaves it: where it stands and what is owed. Read-only to others; only events change
 * it. It holds nobody's words: it names the events that do.
 */
public final class Case {

    /** Whether a case still runs. */
    public enum Status {
        /** It was taken back before anybody else knew of it. */
        NOT_SENT,
        OPEN,
        /** Nobody differs any more, or it was withdrawn, but something is still owed. */
        RESOLVED,
        CLOSED
    }

    private final CaseId id;
    private CaseEvent.@Nullable CaseRaised raised;
    private @Nullable Instant begun;
    private Status status = Status.NOT_SENT;
    private final List<CaseEvent.StagePassed> passed = new ArrayList<>();
    private final List<StageVisit> visits = new ArrayList<>();
    private final Map<ObligationId, Obligation> open = new LinkedHashMap<>();
    private final Map<ObligationId, Done> done = new LinkedHashMap<>();
    private final Set<ObligationId> late = new HashSet<>();
    private final Map<ObligationId, Instant> datedAt = new HashMap<>();
    private final Map<ObligationId, Integer> nudges = new HashMap<>();
    private final Map<ObligationId, Instant> snoozed = new HashMap<>();
    private final Map<StageId, Stamp> left = new HashMap<>();
    private final Map<AgencyId, Instant> told = new LinkedHashMap<>();
    private final Map<Flag, Instant> flags = new EnumMap<>(Flag.class);
    private final Map<PersonId, Boolean> conflicts = new LinkedHashMap<>();
    private final Map<PersonId, Instant> risks = new LinkedHashMap<>();
    private final Map<PersonId, Instant> seen = new LinkedHashMap<>();
    private final Set<PersonId> askedWhetherUrgent = new HashSet<>();
    private final Set<ObligationId> openingChecked = new HashSet<>();
    private final Map<ObligationId, CoverOffer> coverOffers = new HashMap<>();
    private final Map<ObligationId, PostId> covered = new HashMap<>();
    private final Map<PostId, PlannedCover> plannedCover = new LinkedHashMap<>();
    private final Map<PostId, Instant> coverPlannedAt = new HashMap<>();
    private final Set<String> withheld = new HashSet<>();
    private final List<Integer> responses = new ArrayList<>();
    private final List<Integer> decisions = new ArrayList<>();
    private final Map<PersonId, CaseEvent.ClosingAnswered> closing = new LinkedHashMap<>();
    private final Set<String> marks = new LinkedHashSet<>();
    private final List<Held> held = new ArrayList<>();
    private final Deliveries deliveries = new Deliveries();
    private Optional<CaseEvent.ConferenceHeld> conference = Optional.empty();
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<AskedQuestion> questions = new ArrayList<>();
    private final Map<ObligationId, Integer> declined = new LinkedHashMap<>();
    private Optional<Integer> takenForward = Optional.empty();
    private Optional<SuggestedDate> suggestedDate = Optional.empty();
    private Optional<Proposal> proposal = Optional.empty();
    private Optional<Integer> withdrawn = Optional.empty();
    private Optional<Outcome> closingWith = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private Optional<Instant> closedAt = Optional.empty();

    /** An obligation that is owed no more: done by somebody, or superseded because its stage was left. */
    public record Done(Obligation obligation, Stamp stamp, boolean superseded) {}

    Case(CaseId id) {
        this.id = id;
    }

    public CaseId id() {
        return id;
    }

    public Status status() {
        return status;
    }

    /** Whether the disagreement itself is still open. */
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public Reference reference() {
        return raised().reference();
    }

    public ProtocolId protocol() {
        return raised().protocol();
    }

    public Concern concern() {
        return raised().concern();
    }

    /** What the raiser said, for the raising agency to read. */
    public CaseEvent.CaseRaised raised() {
        return Objects.requireNonNull(raised, "Expected case %s to have been raised".formatted(id));
    }

    /** The stages between practitioners that lay behind when the case was raised. */
    public List<CaseEvent.StagePassed> passed() {
        return Collections.unmodifiableList(passed);
    }

    public List<StageVisit> visits() {
        return Collections.unmodifiableList(visits);
    }

    /** The stage where the case stands; none where its track has ended, and none ever for a matter without a ladder. */
    public Optional<StageVisit> current() {
        return last().filter(StageVisit::isOpen);
    }

    /** The stage that the case came to last, on whichever track. */
    public Optional<StageVisit> last() {
        return visits.stream().reduce((a, b) -> b);
    }

    /** Whether both sides agreed where the case stood last: nobody decided it for them. */
    public boolean isAgreed() {
        return last().flatMap(StageVisit::exit)
                .filter(StageVisit.Exit.AGREED::equals)
                .isPresent();
    }

    /** When a stage was last left, if it has been. */
    Optional<Stamp> left(StageId stage) {
        return Optional.ofNullable(left.get(stage));
    }

    /** Everything that is owed, in the order in which it arose. */
    public List<Obligation> open() {
        return List.copyOf(open.values());
    }

    /** What is owed of one kind. */
    public List<Obligation> open(Does does) {
        return open.values().stream().filter(o -> o.does() == does).toList();
    }

    public Optional<Obligation> open(ObligationId obligation) {
        return Optional.ofNullable(open.get(obligation));
    }

    /** What became of an obligation that is owed no more. */
    public Optional<Done> done(ObligationId obligation) {
        return Optional.ofNullable(done.get(obligation));
    }

    /** Everything that was owed and is no more. */
    public List<Done> done() {
        return List.copyOf(done.values());
    }

    /** Every obligation a stage ever made, whatever became of it. */
    public Stream<Obligation> madeBy(StageId stage) {
        return Stream.concat(done.values().stream().map(Done::obligation), open.values().stream())
                .filter(o -> o.stage().equals(Optional.of(stage)));
    }

    /** Whether an obligation waits: it is owed, but its holder cannot act yet, before another is done or its stage ends. */
    public boolean isWaiting(Obligation obligation) {
        return obligation.since().isEmpty()
                || (obligation.isForAfterItsStage() && !obligation.deadline().isKnown())
                || open.values().stream()
                        .anyMatch(o -> o.stage().equals(obligation.stage())
                                && obligation.needs().contains(o.duty()));
    }

    public boolean isLate(ObligationId obligation) {
        return late.contains(obligation);
    }

    /** When an obligation arose or last got another date. */
    private Instant datedAt(ObligationId obligation) {
        return Objects.requireNonNull(
                datedAt.get(obligation), "Expected obligation %s to have arisen".formatted(obligation));
    }

    /** Since when its holder has been able to act on an obligation: told, with a date, and waiting for nothing. */
    Instant actionableSince(Obligation obligation) {
        Stream<Instant> unblocked = done.values().stream()
                .filter(d -> d.obligation().stage().equals(obligation.stage())
                        && obligation.needs().contains(d.obligation().duty()))
                .map(d -> d.stamp().at());
        return Stream.of(Stream.of(datedAt(obligation.id())), obligation.since().stream(), unblocked)
                .flatMap(s -> s)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** How many nudges of an obligation lie behind. */
    public int nudges(ObligationId obligation) {
        return nudges.getOrDefault(obligation, 0);
    }

    /** When its holder asked to be reminded of an obligation, where they are still to be. */
    public Optional<Instant> snoozedUntil(ObligationId obligation) {
        return Optional.ofNullable(snoozed.get(obligation));
    }

    /** When a responding agency was told, if it has been: from then on it takes part. */
    public Optional<Instant> told(AgencyId agency) {
        return Optional.ofNullable(told.get(agency));
    }

    /** Whether the other agencies have been told. */
    public boolean isAcross() {
        return !told.isEmpty();
    }

    /** When the raiser's own agency learned of it: when it was sent. */
    public Instant begun() {
        return Objects.requireNonNull(begun, "Expected case %s to have been raised".formatted(id));
    }

    /** When the concern was first put to another agency. */
    public Optional<Instant> firstRaised() {
        return concern().raised().or(() -> told.values().stream().min(Instant::compareTo));
    }

    /** The conference that the case is about, where it is about one. */
    public Optional<CaseEvent.ConferenceHeld> conference() {
        return conference;
    }

    /** The meetings that somebody asked for. */
    public List<Meeting> meetings() {
        return Collections.unmodifiableList(meetings);
    }

    /** The questions that people in the case put to each other. */
    public List<AskedQuestion> questions() {
        return Collections.unmodifiableList(questions);
    }

    /** The question that is answered by an obligation. */
    public Optional<AskedQuestion> question(ObligationId reply) {
        return questions.stream().filter(q -> q.reply().equals(reply)).findFirst();
    }

    /** An obligation, whether it is still owed or not. */
    public Optional<Obligation> obligation(ObligationId obligation) {
        return open(obligation).or(() -> done(obligation).map(Done::obligation));
    }

    public Optional<Instant> flag(Flag flag) {
        return Optional.ofNullable(flags.get(flag));
    }

    /** What a person said about knowing the family, if asked. */
    public Optional<Boolean> conflict(PersonId person) {
        return Optional.ofNullable(conflicts.get(person));
    }

    /** Whether a person has said, since the case reached the stage it is at, if any child is in danger (G-1). */
    public boolean hasSaidRisk(PersonId person) {
        return Optional.ofNullable(risks.get(person))
                .filter(said -> current()
                        .filter(visit -> said.isBefore(visit.reached()))
                        .isEmpty())
                .isPresent();
    }

    public Optional<Instant> seenBy(PersonId person) {
        return Optional.ofNullable(seen.get(person));
    }

    /** Whether a person was asked before whether what they wrote is urgent (I-3). */
    public boolean isAskedWhetherUrgent(PersonId person) {
        return askedWhetherUrgent.contains(person);
    }

    /** Whether a person has opened it or said that they have seen it. */
    public boolean isOpenedBy(PersonId person) {
        return seen.containsKey(person) || conflicts.containsKey(person);
    }

    /** Whether it was looked already if the holder of an obligation has opened the case. */
    boolean isOpeningChecked(ObligationId obligation) {
        return openingChecked.contains(obligation);
    }

    /** Who offers to do what another owes, while nobody has said yes or no. */
    public Optional<CoverOffer> coverOffer(ObligationId obligation) {
        return Optional.ofNullable(coverOffers.get(obligation));
    }

    /** The post that somebody else covers for in an obligation, if that is so. */
    public Optional<PostId> coveredFor(ObligationId obligation) {
        return Optional.ofNullable(covered.get(obligation));
    }

    /** Who covers while the holder of a post is away, where that is planned. */
    public Optional<PlannedCover> plannedCover(PostId away) {
        return Optional.ofNullable(plannedCover.get(away));
    }

    /** Everything that is planned for leave, and not over. */
    List<PlannedCover> plannedCover() {
        return List.copyOf(plannedCover.values());
    }

    /** When somebody was last asked to cover for a post. */
    Instant coverPlannedAt(PostId away) {
        return Objects.requireNonNull(
                coverPlannedAt.get(away), "Expected cover for %s to have been planned".formatted(away));
    }

    /** The questions whose answers the raising manager keeps inside. */
    public Set<String> withheld() {
        return Collections.unmodifiableSet(withheld);
    }

    /** The event by which the concern crossed to the other agency, once it has. */
    public Optional<Integer> takenForward() {
        return takenForward;
    }

    /** The reviews after which nobody took the concern forward, each with the event that holds the reason. */
    public Map<ObligationId, Integer> declined() {
        return Collections.unmodifiableMap(declined);
    }

    /** The events that hold the answers of the other agencies. */
    public List<Integer> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** The events that hold what those with the last word decided. */
    public List<Integer> decisions() {
        return Collections.unmodifiableList(decisions);
    }

    /** What the managers of both sides owe, or owed, at the last stage that both took part in: to settle, to respond. */
    public List<Obligation> managers() {
        for (int i = visits.size() - 1; i >= 0; i--) {
            List<Obligation> managers = madeBy(visits.get(i).stage())
                    .filter(o -> o.does() == Does.SETTLE || o.does() == Does.RESPOND)
                    .toList();
            if (!managers.isEmpty()) {
                return managers;
            }
        }
        return List.of();
    }

    /** Those who can settle it with each other: the managers of both sides, or whoever decided where a side has none. */
    public List<Obligation> counterparts() {
        List<Obligation> managers = managers();
        boolean both = managers.stream().map(Obligation::side).distinct().count() > 1;
        return both
                ? managers
                : Stream.concat(
                                managers.stream(),
                                done().stream().map(Done::obligation).filter(o -> o.does() == Does.DECIDE))
                        .toList();
    }

    public Optional<SuggestedDate> suggestedDate() {
        return suggestedDate;
    }

    public Optional<Proposal> proposal() {
        return proposal;
    }

    /** What people said when it closed, each alone. */
    public Map<PersonId, CaseEvent.ClosingAnswered> closing() {
        return Collections.unmodifiableMap(closing);
    }

    /** Phrases that every record carries. */
    public Set<String> marks() {
        return Collections.unmodifiableSet(marks);
    }

    /** The event by which the raiser withdrew it, if they did. */
    public Optional<Integer> withdrawn() {
        return withdrawn;
    }

    /** How it will have ended, while everybody is asked whether the child is still at risk. */
    public Optional<Outcome> closingWith() {
        return closingWith;
    }

    public Optional<Outcome> outcome() {
        return outcome;
    }

    public Optional<Instant> closedAt() {
        return closedAt;
    }

    /** What a turn sent, while and after it was held back for a change of mind. */
    public Optional<Held> held(TurnId turn) {
        return held.stream().filter(h -> h.turn().equals(turn)).findFirst();
    }

    /** Whether a message about an obligation is for whoever owes it, and so asks for it. */
    boolean asks(Telling.To to, ObligationId about) {
        return open(about)
                .filter(owed -> to.equals(new Telling.To.ThePost(owed.holder())))
                .isPresent();
    }

    /** What became of the messages by which people are asked. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** When others learn of what happened then: not while its sender can still take it back. */
    public Instant released(Stamp stamp) {
        return held(stamp.turn()).map(Held::until).orElse(stamp.at());
    }

    void raise(CaseEvent.CaseRaised event, Stamp stamp) {
        raised = event;
        begun = stamp.at();
        status = Status.OPEN;
    }

    void pass(CaseEvent.StagePassed event) {
        passed.add(event);
    }

    void enter(StageVisit visit) {
        visits.add(visit);
        suggestedDate = Optional.empty();
        proposal = Optional.empty();
    }

    void changeVisit(StageId stage, UnaryOperator<StageVisit> change) {
        for (int i = visits.size() - 1; i >= 0; i--) {
            if (visits.get(i).stage().equals(stage)) {
                visits.set(i, change.apply(visits.get(i)));
                return;
            }
        }
        throw new IllegalStateException("Expected case %s to have been at %s, but it was not".formatted(id, stage));
    }

    void leave(StageId stage, StageVisit.Exit how, Stamp stamp) {
        changeVisit(stage, visit -> visit.left(how));
        left.put(stage, stamp);
        open.values().stream()
                .filter(o -> o.stage().equals(Optional.of(stage)) && !o.outlives())
                .toList()
                .forEach(o -> {
                    open.remove(o.id());
                    done.put(o.id(), new Done(o, stamp, true));
                });
    }

    void open(Obligation obligation, Stamp stamp) {
        if (open.putIfAbsent(obligation.id(), obligation) != null || done.containsKey(obligation.id())) {
            throw new IllegalStateException(
                    "Expected obligation %s of case %s once, but it arose twice".formatted(obligation.id(), id));
        }
        datedAt.put(obligation.id(), stamp.at());
    }

    void date(ObligationId obligation, Deadline deadline, Optional<Instant> since, Stamp stamp) {
        open.put(obligation, required(obligation).dated(deadline, since));
        datedAt.put(obligation, stamp.at());
        late.remove(obligation);
        nudges.remove(obligation);
        snoozed.remove(obligation);
    }

    /** Whoever holds it now is asked anew, by the same date. */
    void handOver(ObligationId obligation, PostId to, boolean cover, Stamp stamp) {
        Obligation before = required(obligation);
        if (cover && !Optional.of(to).equals(coveredFor(obligation))) {
            covered.putIfAbsent(obligation, before.holder());
        } else {
            covered.remove(obligation);
        }
        open.put(obligation, before.heldBy(to));
        datedAt.put(obligation, stamp.at());
        nudges.remove(obligation);
        snoozed.remove(obligation);
        openingChecked.remove(obligation);
        coverOffers.remove(obligation);
        deliveries.askedAnew(obligation);
    }

    void checkOpening(ObligationId obligation) {
        openingChecked.add(obligation);
    }

    void offerCover(ObligationId obligation, CoverOffer offer) {
        coverOffers.put(obligation, offer);
    }

    void planCover(PlannedCover plan, Stamp stamp) {
        plannedCover.put(plan.away(), plan);
        coverPlannedAt.put(plan.away(), stamp.at());
    }

    void endCover(PostId away) {
        plannedCover.remove(away);
    }

    void endCoverOffer(ObligationId obligation) {
        coverOffers.remove(obligation);
    }

    void discharge(ObligationId obligation, Stamp stamp) {
        Obligation before = required(obligation);
        open.remove(obligation);
        done.put(obligation, new Done(before, stamp, false));
    }

    void late(ObligationId obligation) {
        late.add(obligation);
    }

    void notDelivered(Telling.To to, Optional<ObligationId> about) {
        deliveries.failed(to, about, about.filter(owed -> asks(to, owed)).isPresent());
    }

    /** What was taken back meanwhile is of no interest. */
    void delivered(ObligationId obligation, Instant at) {
        open(obligation).ifPresent(asked -> deliveries.delivered(asked, at));
    }

    void nudged(ObligationId obligation, int number, Instant at) {
        nudges.put(obligation, number);
        snoozed.computeIfPresent(obligation, (owed, until) -> until.isAfter(at) ? until : null);
    }

    void snooze(ObligationId obligation, Instant until) {
        snoozed.put(obligation, until);
    }

    void raiseFlag(Flag flag, Instant at) {
        flags.putIfAbsent(flag, at);
    }

    void declareConflict(PersonId person, boolean conflicted) {
        conflicts.put(person, conflicted);
    }

    void sayRisk(PersonId person, Instant at) {
        risks.put(person, at);
    }

    void seen(PersonId person, Instant at) {
        seen.putIfAbsent(person, at);
    }

    void askedWhetherUrgent(PersonId person) {
        askedWhetherUrgent.add(person);
    }

    void withhold(Set<String> questions, int number) {
        withheld.addAll(questions);
        takenForward = Optional.of(number);
    }

    void decline(ObligationId review, int number) {
        declined.put(review, number);
    }

    void told(AgencyId agency, Instant when) {
        told.put(agency, when);
    }

    void held(CaseEvent.ConferenceHeld held) {
        conference = Optional.of(held);
    }

    void askForMeeting(Meeting meeting) {
        meetings.add(meeting);
    }

    void ask(AskedQuestion question) {
        questions.add(question);
    }

    void answer(ObligationId reply, int number) {
        questions.replaceAll(question -> question.reply().equals(reply) ? question.answered(number) : question);
    }

    void mark(String phrase) {
        marks.add(phrase);
    }

    void suggestDate(AgencyId by, Instant date, int number) {
        suggestedDate = Optional.of(new SuggestedDate(by, date, number));
    }

    void setDate(StageId stage, Deadline limit) {
        changeVisit(stage, visit -> visit.limitedTo(limit));
        suggestedDate = Optional.empty();
    }

    void responded(int number) {
        responses.add(number);
    }

    void decided(int number) {
        decisions.add(number);
    }

    void propose(AgencyId by, Outcome how, int number) {
        proposal = Optional.of(new Proposal(number, by, how, Set.of(by)));
    }

    void confirm(AgencyId by, int number) {
        proposal = proposal.filter(p -> p.number() == number).map(p -> p.confirmedBy(by));
    }

    void refuseProposal() {
        proposal = Optional.empty();
    }

    void answerClosing(CaseEvent.ClosingAnswered answer) {
        closing.put(answer.person(), answer);
    }

    void beginClosing(Outcome how) {
        closingWith = Optional.of(how);
    }

    void endClosing() {
        closingWith = Optional.empty();
        closing.clear();
    }

    void withdraw(int number) {
        withdrawn = Optional.of(number);
        status = Status.RESOLVED;
    }

    void resolve(Outcome how) {
        outcome = Optional.of(how);
        status = Status.RESOLVED;
    }

    void close(Stamp stamp) {
        closedAt = Optional.of(stamp.at());
        plannedCover.clear();
        status = Status.CLOSED;
    }

    void hold(Held sending) {
        held.add(sending);
    }

    /** Whether a duty of a stage is still owed by anybody. */
    boolean owes(StageId stage, DutyId duty) {
        return open.values().stream()
                .anyMatch(o -> o.stage().equals(Optional.of(stage)) && o.duty().equals(duty));
    }

    private Obligation required(ObligationId obligation) {
        Obligation found = open.get(obligation);
        if (found == null) {
            throw new IllegalStateException(
                    "Expected obligation %s of case %s to be open, but it is not".formatted(obligation, id));
        }
        return found;
    }
}
