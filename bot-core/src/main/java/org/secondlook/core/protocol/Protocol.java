package org.secondlook.core.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A partnership's procedure, as data: what happens in which order, who owes what, by when, and whom to tell. Read from
 * a pack and checked before use, so every name in it refers to something that exists.
 *
 * @param title the local title of the procedure
 * @param whole the name of the clock that caps the ladder
 * @param ownReview the clock for the review by the raiser's own manager
 * @param says slot of the dialogue to text key
 * @param texts wording that replaces the bot's own, by message key
 */
public record Protocol(
        ProtocolId id,
        String title,
        String partnership,
        Source source,
        CalendarRules calendar,
        Scope scope,
        List<String> areas,
        Optional<String> whole,
        ClockRule ownReview,
        Map<String, ClockRule> clocks,
        LevelTitles levels,
        Map<String, Role> roles,
        List<Tool> tools,
        Map<String, Contact> contacts,
        Map<String, String> says,
        List<Topic> topics,
        Map<TrackId, Track> tracks,
        Map<Flag, FlagRules> flags,
        List<Offer> offers,
        List<Notice> notices,
        Map<String, PackQuestion> questions,
        Map<String, Form> forms,
        Closing closing,
        List<Report> reports,
        Map<String, String> texts) {

    public Protocol {
        areas = List.copyOf(areas);
        clocks = Ordered.copy(clocks);
        roles = Ordered.copy(roles);
        tools = List.copyOf(tools);
        contacts = Ordered.copy(contacts);
        says = Ordered.copy(says);
        topics = List.copyOf(topics);
        tracks = Ordered.copy(tracks);
        flags = Ordered.copy(flags);
        offers = List.copyOf(offers);
        notices = List.copyOf(notices);
        questions = Ordered.copy(questions);
        forms = Ordered.copy(forms);
        reports = List.copyOf(reports);
        texts = Ordered.copy(texts);
    }

    public Track ladder() {
        return track(TrackId.LADDER);
    }

    public Track track(TrackId track) {
        return found(tracks.get(track), "track", track);
    }

    public Stage stage(StageId stage) {
        return found(
                tracks.values().stream()
                        .flatMap(t -> t.stages().stream())
                        .filter(s -> s.id().equals(stage))
                        .findFirst()
                        .orElse(null),
                "stage",
                stage);
    }

    /** The track that a stage is on. */
    public Track trackOf(StageId stage) {
        return found(
                tracks.values().stream()
                        .filter(t -> t.stages().stream().anyMatch(s -> s.id().equals(stage)))
                        .findFirst()
                        .orElse(null),
                "track with stage",
                stage);
    }

    /** What a case may be about. */
    public Topic topic(String topic) {
        return found(
                topics.stream().filter(t -> t.id().equals(topic)).findFirst().orElse(null), "topic", topic);
    }

    /** The track on which cases about a topic begin; none for business without a ladder. */
    public Optional<Track> trackFor(String topic) {
        return topic(topic).go().accept(new Topic.Door.Visitor<Optional<Track>>() {
            @Override
            public Optional<Track> toTrack(TrackId track) {
                return Optional.of(track(track));
            }

            @Override
            public Optional<Track> toFlag(Flag flag) {
                return Optional.empty();
            }
        });
    }

    /** A meeting that may be asked for. */
    public Offer offer(String offer) {
        return found(
                offers.stream().filter(o -> o.id().equals(offer)).findFirst().orElse(null), "offer", offer);
    }

    /** Whether a duty is to hold a meeting that only those who take part learn of. */
    public boolean isConfidential(DutyId duty) {
        return offers.stream().anyMatch(o -> o.confidential() && o.id().equals(duty.value()));
    }

    /** What raising a flag makes; nothing where the pack does not speak of it. */
    public List<Duty> dutiesOf(Flag flag) {
        return flags.containsKey(flag) ? flags.get(flag).owes() : List.of();
    }

    /** The duty that made an obligation: of a stage where it names one, of a flag or of the close otherwise. */
    public Optional<Duty> duty(Optional<StageId> stage, DutyId duty) {
        Stream<Duty> elsewhere =
                Stream.concat(flags.values().stream().flatMap(flag -> flag.owes().stream()), closing.owes().stream());
        return stage.map(s -> stage(s).owes().stream())
                .orElse(elsewhere)
                .filter(d -> d.id().equals(duty))
                .findFirst();
    }

    /** The levels at which it asks agencies for somebody. */
    public Set<Level> levelsAsked() {
        return LevelsAsked.of(this);
    }

    public ClockRule clock(String name) {
        return found(clocks.get(name), "clock", name);
    }

    /** The role that is the partnership's office: the first of its own roles that is also a contact. */
    public Optional<String> office() {
        return contacts.keySet().stream()
                .filter(contact -> Optional.ofNullable(roles.get(contact))
                        .filter(role -> role.of() == Role.Home.PARTNERSHIP)
                        .isPresent())
                .findFirst();
    }

    public Role role(String role) {
        return found(roles.get(role), "role", role);
    }

    private <T> T found(@org.jspecify.annotations.Nullable T value, String kind, Object name) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Expected protocol %s to have %s %s, but it has none".formatted(id, kind, name));
        }
        return value;
    }
}
