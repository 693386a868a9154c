package org.secondlook.core.casework;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.WhenLate;

/**
 * Every way in which a pack says that a case can go, each as a line, read from the pack alone. The stages of practitioners
 * with which a ladder begins lie behind when a case is raised: nobody walks them, and no meeting is asked for in them.
 */
final class Transitions {

    private final Protocol protocol;
    private final Set<String> all = new LinkedHashSet<>();
    private final Set<StageId> reached = new LinkedHashSet<>();
    private final Deque<Stage> toDo = new ArrayDeque<>();

    private Transitions(Protocol protocol) {
        this.protocol = protocol;
    }

    static Set<String> of(Protocol protocol) {
        Transitions transitions = new Transitions(protocol);
        protocol.topics().forEach(transitions::begin);
        while (!transitions.toDo.isEmpty()) {
            transitions.leave(transitions.toDo.remove());
        }
        protocol.flags().keySet().stream()
                .filter(flag -> !protocol.dutiesOf(flag).isEmpty())
                .forEach(flag -> transitions.all.add(flag(flag)));
        protocol.offers().stream()
                .filter(offer -> offer.at().stream().anyMatch(transitions.reached::contains))
                .forEach(transitions::offer);
        return transitions.all;
    }

    static String raised(Topic topic, String to) {
        return "topic %s -> %s".formatted(topic.id(), to);
    }

    static String byHand(StageId from, StageId to) {
        return "%s -> %s, by hand".formatted(from, to);
    }

    static String byTime(StageId from, StageId to) {
        return "%s -> %s, by time".formatted(from, to);
    }

    static String agreed(StageId from) {
        return "%s -> close, agreed".formatted(from);
    }

    static String decided(StageId from, String outcome, String to) {
        return "%s -> %s, decided %s".formatted(from, to, outcome);
    }

    static String flag(Flag flag) {
        return "flag %s is raised and dealt with".formatted(flag);
    }

    static String offer(Offer offer, String how) {
        return "offer %s is %s".formatted(offer.id(), how);
    }

    private void begin(Topic topic) {
        topic.go().accept(new Topic.Door.Visitor<Void>() {
            @Override
            public Void toTrack(TrackId id) {
                Track track = protocol.track(id);
                Stage first = track.stages().stream()
                        .filter(stage -> !id.equals(TrackId.LADDER)
                                || stage.level()
                                        .filter(level -> level == Level.PRACTITIONER)
                                        .isEmpty())
                        .findFirst()
                        .orElseThrow();
                reach(raised(topic, first.id().value()), first.id());
                return null;
            }

            @Override
            public Void toFlag(Flag flag) {
                all.add(raised(topic, flag.name()));
                return null;
            }
        });
    }

    private void leave(Stage stage) {
        boolean settles = stage.owes().stream().anyMatch(duty -> duty.does() == Does.SETTLE);
        if (settles) {
            all.add(agreed(stage.id()));
        }
        if (stage.isDecided()) {
            stage.owes().stream().filter(duty -> duty.does() != Does.SETTLE).forEach(duty -> decide(stage, duty));
            return;
        }
        protocol.trackOf(stage.id()).after(stage.id()).ifPresent(next -> {
            if (settles) {
                reach(byHand(stage.id(), next.id()), next.id());
            }
            if (stage.whenLate() != WhenLate.STAY && !next.onlyByHand()) {
                reach(byTime(stage.id(), next.id()), next.id());
            }
        });
    }

    private void decide(Stage stage, Duty duty) {
        duty.outcomes()
                .forEach((outcome, target) -> target.accept(new Target.Visitor<Void>() {
                    @Override
                    public Void toStage(StageId to) {
                        reach(decided(stage.id(), outcome, to.value()), to);
                        return null;
                    }

                    @Override
                    public Void close() {
                        all.add(decided(stage.id(), outcome, "close"));
                        return null;
                    }

                    @Override
                    public Void stay() {
                        all.add(decided(stage.id(), outcome, stage.id().value()));
                        return null;
                    }

                    @Override
                    public Void byFlag(Flag flag, Target raised, Target otherwise) {
                        raised.accept(this);
                        otherwise.accept(this);
                        return null;
                    }
                }));
    }

    private void offer(Offer offer) {
        all.add(offer(offer, "taken up and held"));
        if (offer.agreedBy().isPresent()) {
            all.add(offer(offer, "declined"));
        }
    }

    private void reach(String transition, StageId to) {
        all.add(transition);
        if (reached.add(to)) {
            toDo.add(protocol.stage(to));
        }
    }
}
