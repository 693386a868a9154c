package org.secondlook.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Something that goes wrong once while stories are played. */
abstract class Fault {

    private final Moment moment;

    Fault(Moment moment) {
        this.moment = moment;
    }

    /** When it strikes. */
    Moment moment() {
        return moment;
    }

    /** Before that begins. */
    void prepare(Installation world) {}

    /** While it goes on; when this returns, everything runs again. */
    abstract void strike(Installation world, Random random, Disruptions disruptions);

    private static void pauseUpTo(Random random, int atMostMillis) {
        Waiting.pause(Duration.ofMillis(random.nextInt(atMostMillis)));
    }

    /** The application ends as by kill -9, at any time. */
    static final class ApplicationKilled extends Fault {

        ApplicationKilled(Moment moment) {
            super(moment);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            pauseUpTo(random, 1_500);
            disruptions.happen(world.clock());
            world.application().kill();
            world.application().restart();
        }
    }

    /** The application ends at a named point. */
    static final class KilledAt extends Fault {

        private static final Duration REACHED_WITHIN = Duration.ofSeconds(90);

        private final CrashPoint point;
        private Optional<Debugger> debugger = Optional.empty();

        KilledAt(CrashPoint point) {
            super(point.moment());
            this.point = point;
        }

        @Override
        void prepare(Installation world) {
            debugger = Optional.of(Debugger.at(world.debugPort(), point));
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            if (!debugger.orElseThrow().reached(REACHED_WITHIN)) {
                throw new AssertionError("Expected the application to come to %s, but it did not".formatted(point));
            }
            disruptions.happen(world.clock());
            world.application().kill();
            world.application().restart();
        }
    }

    /** Redis ends as by kill -9, and is started again. */
    static final class RedisKilled extends Fault {

        RedisKilled(Moment moment) {
            super(moment);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            pauseUpTo(random, 1_000);
            disruptions.happen(world.clock());
            world.redis().kill();
            pauseUpTo(random, 500);
            world.redis().restart();
            disruptions.happen(world.clock());
        }
    }

    /** Both end, and Redis is started first. */
    static final class BothKilled extends Fault {

        BothKilled(Moment moment) {
            super(moment);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            pauseUpTo(random, 1_000);
            disruptions.happen(world.clock());
            world.redis().kill();
            world.application().kill();
            world.redis().restart();
            world.application().restart();
        }
    }

    /** Redis loses whatever had not reached the disk. */
    static final class PowerLost extends Fault {

        PowerLost(Moment moment) {
            super(moment);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            pauseUpTo(random, 1_000);
            disruptions.happen(world.clock());
            world.redis().losePower();
            world.redis().restart();
            disruptions.happen(world.clock());
        }
    }

    /** Of two instances, one stands still for longer than its leases last, and goes on. */
    static final class OneFrozen extends Fault {

        private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(75);

        private Optional<Server> second = Optional.empty();

        OneFrozen() {
            super(Moment.SENDING);
        }

        @Override
        void prepare(Installation world) {
            second = Optional.of(world.startSecond());
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            pauseUpTo(random, 400);
            disruptions.happen(world.clock());
            world.application().freeze();
            Waiting.pause(Duration.ofSeconds(1));
            world.moveTo(world.clock().now().plus(LONGER_THAN_A_LEASE));
            Waiting.pause(Duration.ofSeconds(2));
            world.application().thaw();
            Waiting.pause(Duration.ofSeconds(1));
            second.orElseThrow().close();
        }
    }

    /** The clocks of the application and of Redis are five minutes apart for a while, and agree again. */
    static final class ClocksApart extends Fault {

        private final Duration distance;

        ClocksApart(Moment moment, Duration distance) {
            super(moment);
            this.distance = distance;
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            disruptions.happen(world.clock());
            world.redisClock().moveBy(distance);
            Waiting.pause(Duration.ofSeconds(2));
            world.redisClock().follow(world.clock());
        }
    }

    /** Both platforms refuse most of what they are asked for a while, with 429 and 5xx. */
    static final class Storm extends Fault {

        private final Duration length;

        Storm(Moment moment, Duration length) {
            super(moment);
            this.length = length;
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            world.fakes().send("PUT", "/mishaps/outgoing", """
                            {"seed": %d, "rules": [
                              {"calls": "chat|activities|conversations", "kind": "STATUS", "status": 429, "retryAfter": 1, "chance": 0.3},
                              {"calls": "chat|activities|conversations", "kind": "STATUS", "status": 429, "chance": 0.3},
                              {"calls": "chat|activities|conversations", "kind": "STATUS", "status": 503, "chance": 0.5},
                              {"calls": "oauth2", "kind": "STATUS", "status": 500, "chance": 0.5}]}
                            """.formatted(random.nextInt()));
            Waiting.pause(length);
            world.fakes().send("DELETE", "/mishaps", "");
        }
    }

    /** Platforms accept messages, and their answers are lost, broken off, or never begin. */
    static final class AnswersLost extends Fault {

        AnswersLost(Moment moment) {
            super(moment);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            disruptions.begin(world.clock());
            world.fakes().send("PUT", "/mishaps/outgoing", """
                            {"seed": %d, "rules": [
                              {"calls": "chat|activities", "kind": "LOSE_REPLY", "times": 1},
                              {"calls": "chat|activities", "kind": "CUT_OFF", "times": 1},
                              {"calls": "chat|activities", "kind": "HANG_UP", "chance": 0.5, "times": 1},
                              {"calls": "chat|activities", "kind": "HANG", "millis": 3000, "chance": 0.5, "times": 1}]}
                            """.formatted(random.nextInt()));
            Waiting.pause(Duration.ofSeconds(5));
            world.fakes().send("DELETE", "/mishaps", "");
            disruptions.end(world.clock());
        }
    }

    /** Requests to the bot arrive twice and three times, late, and after later ones; some never. */
    static final class Deliveries extends Fault {

        Deliveries() {
            super(Moment.PRESSING);
        }

        @Override
        void prepare(Installation world) {
            world.fakes().send("PUT", "/mishaps/incoming", """
                            {"seed": 1, "rules": [
                              {"kind": "REPEAT", "copies": 2, "millis": 3000, "chance": 0.7},
                              {"kind": "DELAY", "millis": 1500, "chance": 0.3},
                              {"kind": "DISCARD", "chance": 0.2}]}
                            """);
        }

        @Override
        void strike(Installation world, Random random, Disruptions disruptions) {
            Waiting.pause(Duration.ofSeconds(6));
            world.fakes().send("DELETE", "/mishaps", "");
        }
    }
}
