package org.secondlook.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.secondlook.playground.trial.SettableClock;
import org.secondlook.playground.world.WorldFile;

class TriggersTest {

    private final SettableClock clock = new SettableClock();
    private final Workspaces workspaces = new Workspaces(WorldFile.read(""));
    private final Member asha = workspaces.member("asha-patel").orElseThrow();
    private final Triggers triggers = new Triggers(clock);

    @Test
    void opensOneViewWithinThreeSeconds() {
        String id = triggers.issue(asha, null);
        clock.advance(Duration.ofSeconds(3));

        assertThat(triggers.exchange(asha.workspace(), id).member()).isEqualTo(asha);
        assertThatThrownBy(() -> triggers.exchange(asha.workspace(), id)).hasMessage("exchanged_trigger_id");
    }

    @Test
    void expiresAfterThreeSeconds() {
        String id = triggers.issue(asha, null);
        clock.advance(Duration.ofMillis(3001));

        assertThatThrownBy(() -> triggers.exchange(asha.workspace(), id)).hasMessage("expired_trigger_id");
    }

    @Test
    void isGoodOnlyInItsOwnWorkspace() {
        Workspace school = workspaces.member("ben-carter").orElseThrow().workspace();
        String id = triggers.issue(asha, null);

        assertThatThrownBy(() -> triggers.exchange(school, id)).hasMessage("invalid_trigger_id");
        assertThatThrownBy(() -> triggers.exchange(asha.workspace(), "12.34.56"))
                .hasMessage("invalid_trigger_id");
    }
}
