package org.secondlook.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final String TRUST = "T1";
    private static final String COUNCIL = "T2";

    private final Lanes lanes = new Lanes();

    @Test
    void eachOrganisationHasTwoPlaces() {
        assertThat(lanes.enter(TRUST, NOW)).isTrue();
        assertThat(lanes.enter(TRUST, NOW)).isTrue();
        assertThat(lanes.enter(TRUST, NOW)).isFalse();
        assertThat(lanes.enter(COUNCIL, NOW)).isTrue();

        lanes.leave(TRUST);
        assertThat(lanes.enter(TRUST, NOW)).isTrue();
    }

    @Test
    void anOrganisationThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        fails(3);

        assertThat(lanes.enter(TRUST, NOW.plusSeconds(4))).isFalse();
        assertThat(lanes.enter(COUNCIL, NOW)).isTrue();
        assertThat(lanes.enter(TRUST, NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void itIsLeftAloneLongerTheLongerItFailsAndNeverOverAMinute() {
        fails(20);

        assertThat(lanes.enter(TRUST, NOW.plusSeconds(59))).isFalse();
        assertThat(lanes.enter(TRUST, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void oneSuccessEndsIt() {
        fails(2);
        lanes.note(TRUST, false, NOW);
        fails(2);

        assertThat(lanes.enter(TRUST, NOW)).isTrue();
    }

    @Test
    void whatIsNotTriedIsNoSuccess() {
        fails(2);
        lanes.enter(TRUST, NOW);
        lanes.leave(TRUST);
        fails(1);

        assertThat(lanes.enter(TRUST, NOW)).isFalse();
    }

    @Test
    void whatIsPutOffComesBackOneAfterTheOther() {
        assertThat(Stream.generate(() -> lanes.putOff(TRUST, NOW)).limit(3))
                .containsExactly(NOW, NOW.plusMillis(200), NOW.plusMillis(400));
        assertThat(lanes.putOff(COUNCIL, NOW)).isEqualTo(NOW);
    }

    @Test
    void nothingComesBackWhileItsOrganisationIsLeftAlone() {
        fails(3);

        assertThat(lanes.putOff(TRUST, NOW)).isEqualTo(NOW.plusSeconds(5));
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            lanes.enter(TRUST, NOW);
            lanes.note(TRUST, true, NOW);
            lanes.leave(TRUST);
        }
    }
}
