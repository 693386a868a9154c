package org.secondlook.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that goes wrong once while stories are played.
 *
 * @param moment when it strikes
 * @param preparation is made before that begins
 */
record Fault(Moment moment, Preparation preparation) {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(90);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(75);
    private static final int WITHIN_MILLIS = 2_500;

    /** What has to be ready before it can strike. */
    interface Preparation {
        Strike in(Installation world);
    }

    /** While the stories go on; when this returns, everything runs again. */
    interface Strike {
        void strike(Random random, Disruptions disruptions);
    }

    /** The application ends as by kill -9, at any time. */
    static Fault applicationKilled(Moment moment) {
        return atAnyTime(moment, Fault::killApplication);
    }

    /** The application ends at a named point. */
    static Fault killedAt(CrashPoint point) {
        return new Fault(point.moment(), world -> {
            Debugger debugger = Debugger.at(world.debugPort(), point);
            return (random, disruptions) -> {
                if (!debugger.reached(REACHED_WITHIN)) {
                    throw new AssertionError("Expected the application to come to %s, but it did not".formatted(point));
                }
                killApplication(world, disruptions);
            };
        });
    }

    private static void killApplication(Installation world, Disruptions disruptions) {
        Instant begun = world.clock().now();
        world.application().kill();
        disruptions.happened(begun, world.clock().now(), world.unsent());
        world.application().restart();
    }

    /** Redis ends as by kill -9, and is started again. */
    static Fault redisKilled(Moment moment) {
        return redisEnds(moment, world -> world.redis().kill());
    }

    /** Redis loses whatever had not reached the disk. */
    static Fault powerLost(Moment moment) {
        return redisEnds(moment, world -> world.redis().losePower());
    }

    private static Fault redisEnds(Moment moment, Consumer<Installation> end) {
        return atAnyTime(moment, (world, disruptions) -> {
            Instant begun = world.clock().now();
            end.accept(world);
            world.redis().restart();
            disruptions.happened(begun, world.clock().now(), world.unsent());
        });
    }

    /** Both end, and Redis is started first. */
    static Fault bothKilled(Moment moment) {
        return atAnyTime(moment, (world, disruptions) -> {
            Instant begun = world.clock().now();
            world.redis().kill();
            world.application().kill();
            world.redis().restart();
            disruptions.happened(begun, world.clock().now(), world.unsent());
            world.application().restart();
        });
    }

    /** Of two instances, one stands still for longer than its leases last, and goes on. */
    static Fault oneFrozen() {
        return new Fault(Moment.SENDING, world -> {
            Server second = world.startSecond();
            return (random, disruptions) -> {
                Waiting.pause(Duration.ofMillis(random.nextInt(400)));
                Instant begun = world.clock().now();
                world.application().freeze();
                Set<String> unsent = world.unsent();
                Waiting.pause(Duration.ofSeconds(1));
                world.moveTo(world.clock().now().plus(LONGER_THAN_A_LEASE));
                Waiting.pause(Duration.ofSeconds(2));
                world.application().thaw();
                Waiting.pause(Duration.ofSeconds(1));
                disruptions.happened(begun, world.clock().now(), unsent);
                second.close();
            };
        });
    }

    /** The clocks of the application and of Redis are apart for a while, and agree again. */
    static Fault clocksApart(Moment moment, Duration distance) {
        return new Fault(moment, world -> (random, disruptions) -> {
            Waiting.pause(Duration.ofMillis(random.nextInt(600)));
            moveRedis(world, distance, disruptions);
            Waiting.pause(Duration.ofSeconds(2));
            moveRedis(world, distance.negated(), disruptions);
        });
    }

    /** Whatever is claimed may at once be claimed by another. */
    private static void moveRedis(Installation world, Duration distance, Disruptions disruptions) {
        Instant begun = world.clock().now();
        Set<String> unsent = world.unsent();
        world.redisClock().moveBy(distance);
        disruptions.happened(begun, world.clock().now(), unsent);
    }

    /** Platforms accept messages, and their answers are lost, broken off, or never begin. */
    static Fault answersLost(Moment moment) {
        return new Fault(moment, world -> (random, disruptions) -> {
            world.fakes().send("PUT", "/mishaps/outgoing", """
                    {"seed": %d, "rules": [
                      {"calls": "chat|activities|conversations", "kind": "LOSE_REPLY", "times": 1},
                      {"calls": "chat|activities|conversations", "kind": "CUT_OFF", "times": 1},
                      {"calls": "chat|activities|conversations", "kind": "HANG_UP", "chance": 0.5, "times": 1},
                      {"calls": "chat|activities|conversations", "kind": "HANG", "millis": 3000, "chance": 0.5, "times": 1}]}
                    """.formatted(random.nextInt()));
            Waiting.pause(Duration.ofSeconds(5));
            world.fakes().send("DELETE", "/mishaps", "");
        });
    }

    /** Requests to the bot arrive twice and three times, late, and after later ones; some never. */
    static Fault deliveries() {
        return new Fault(Moment.PRESSING, world -> {
            world.fakes().send("PUT", "/mishaps/incoming", """
                    {"seed": 1, "rules": [
                      {"kind": "REPEAT", "copies": 2, "millis": 3000, "chance": 0.7},
                      {"kind": "DELAY", "millis": 1500, "chance": 0.3},
                      {"kind": "DISCARD", "chance": 0.2}]}
                    """);
            return (random, disruptions) -> {
                Waiting.pause(Duration.ofSeconds(6));
                world.fakes().send("DELETE", "/mishaps", "");
            };
        });
    }

    private interface Blow {
        void fall(Installation world, Disruptions disruptions);
    }

    private static Fault atAnyTime(Moment moment, Blow blow) {
        return new Fault(moment, world -> (random, disruptions) -> {
            Waiting.pause(Duration.ofMillis(random.nextInt(WITHIN_MILLIS)));
            blow.fall(world, disruptions);
        });
    }
}
