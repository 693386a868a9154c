package org.secondlook.teams.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.teams.microsoft.Keys;

class SigningKeysTest {

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final Published published = new Published();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final SigningKeys keys = new SigningKeys(published, clock, background::add);

    @Test
    void fetchesThemWhenTheFirstIsNeeded() {
        published.keys("key-1");

        assertThat(keys.find("key-1")).isPresent();
        assertThat(keys.find("key-1")).isPresent();
        assertThat(published.asked).isEqualTo(1);
    }

    @Test
    void canHaveThemBeforeTheFirstIsNeeded() {
        published.keys("key-1");

        keys.prepare();
        background.remove().run();
        keys.find("key-1");

        assertThat(published.asked).isEqualTo(1);
    }

    @Test
    void fetchesThemAnewEachDayWhileNobodyWaits() {
        published.keys("key-1");
        keys.find("key-1");
        published.keys("key-1", "key-2");

        later(Duration.ofHours(24));
        assertThat(keys.find("key-1")).isPresent();
        assertThat(published.asked).isEqualTo(1);
        background.remove().run();

        assertThat(published.asked).isEqualTo(2);
        assertThat(keys.find("key-2")).isPresent();
    }

    @Test
    void fetchesThemOnceHoweverManyNoticeThatTheyAreOld() {
        published.keys("key-1");
        keys.find("key-1");

        later(Duration.ofHours(25));
        for (int i = 0; i < 5; i++) {
            keys.find("key-1");
        }
        background.forEach(Runnable::run);

        assertThat(published.asked).isEqualTo(2);
    }

    @Test
    void fetchesThemAtOnceForOneThatIsNotKnownButSeldom() {
        published.keys("key-1");
        keys.find("key-1");
        later(Duration.ofMinutes(5));
        published.keys("key-1", "key-2");

        assertThat(keys.find("key-2")).isPresent();
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("key-" + (100 + i))).isEmpty();
        }
        assertThat(published.asked).isEqualTo(2);
        later(Duration.ofMinutes(5));
        assertThat(keys.find("key-3")).isEmpty();
        assertThat(published.asked).isEqualTo(3);
    }

    @Test
    void keepsThemForFiveDaysWhileTheyCannotBeFetched() {
        published.keys("key-1");
        keys.find("key-1");
        published.out = true;

        Stream.iterate(1, hours -> hours + 1).limit(5 * 24 - 1).forEach(hour -> {
            later(Duration.ofHours(1));
            assertThat(keys.find("key-1")).as("after %d hours", hour).isPresent();
            background.forEach(Runnable::run);
            background.clear();
        });
        later(Duration.ofHours(1));
        assertThat(keys.find("key-1")).isEmpty();
        published.out = false;
        later(Duration.ofMinutes(5));
        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void findsNothingWhileNothingWasEverFetched() {
        published.out = true;

        assertThat(keys.find("key-1")).isEmpty();
        published.out = false;
        published.keys("key-1");
        assertThat(keys.find("key-1")).as("tried a moment ago").isEmpty();
        later(Duration.ofMinutes(5));
        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void letsGoOfKeysThatAreNoLongerPublished() {
        published.keys("key-1", "key-2");
        keys.find("key-1");
        published.keys("key-2");

        later(Duration.ofHours(24));
        keys.find("key-2");
        background.remove().run();

        assertThat(keys.find("key-1")).isEmpty();
    }

    private void later(Duration duration) {
        clock.set(clock.instant().plus(duration));
    }

    private static final class Published implements KeySource {

        private List<SigningKey> keys = List.of();
        private boolean out;
        private int asked;

        void keys(String... ids) {
            keys = Stream.of(ids)
                    .map(id -> new SigningKey(id, (RSAPublicKey) Keys.PUBLISHED.getPublic(), Set.of("msteams")))
                    .toList();
        }

        @Override
        public List<SigningKey> fetch() throws IOException {
            asked++;
            if (out) {
                throw new IOException("Out");
            }
            return keys;
        }
    }
}
