package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondlook.store.server.RedisAddress;
import org.secondlook.store.server.RedisLink;
import org.secondlook.store.server.TestServer;

class ClockSkewTest {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final RedisLink link = TestServer.shared().address().link();

    @AfterEach
    void close() {
        link.close();
    }

    private ClockSkew at(Duration ahead) {
        return new ClockSkew(link, Clock.offset(Clock.systemUTC(), ahead));
    }

    @Test
    void isNoneOnOneMachine() {
        assertThat(at(Duration.ZERO).skew()).isCloseTo(Duration.ZERO, ANSWERS_WITHIN);
        assertThat(at(Duration.ZERO).isTooLarge()).isFalse();
    }

    @Test
    void isPositiveWhereThisMachineIsAhead() {
        assertThat(at(Duration.ofSeconds(25)).skew()).isCloseTo(Duration.ofSeconds(25), ANSWERS_WITHIN);
        assertThat(at(Duration.ofSeconds(25)).isTooLarge()).isFalse();
    }

    @Test
    void isTooLargeBeyondHalfAMinuteEitherWay() {
        assertThat(at(Duration.ofSeconds(35)).isTooLarge()).isTrue();
        assertThat(at(Duration.ofSeconds(-35)).skew()).isCloseTo(Duration.ofSeconds(-35), ANSWERS_WITHIN);
        assertThat(at(Duration.ofSeconds(-35)).isTooLarge()).isTrue();
    }

    @Test
    void isUnknownWhereTheServerDoesNotAnswer() {
        try (RedisLink nowhere = new RedisAddress(URI.create("redis://127.0.0.1:1")).link()) {
            ClockSkew unknown = new ClockSkew(nowhere, Clock.systemUTC());

            assertThatThrownBy(unknown::skew).isInstanceOf(StoreUnavailableException.class);
        }
    }
}
