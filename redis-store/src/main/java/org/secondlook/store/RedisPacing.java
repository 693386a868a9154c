package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Pacing;

/** Counts what is sent in Redis, by its own clock, so that all instances keep within the limits together. */
final class RedisPacing implements Pacing {

    private static final Script PACE = Script.of("pace.lua");

    private final PatientRedis redis;

    RedisPacing(PatientRedis redis) {
        this.redis = redis;
    }

    @Override
    public Duration ask(PartnershipId partnership, List<Flow> flows) {
        Keys keys = new Keys(partnership);
        List<byte[]> limits = flows.stream()
                .flatMap(flow -> Stream.of((long) flow.burst(), flow.each().toMillis()))
                .map(number -> number.toString().getBytes(UTF_8))
                .toList();
        return Duration.ofMillis(
                (Long) redis.run(PACE, flows.stream().map(keys::flow).toList(), limits));
    }
}
