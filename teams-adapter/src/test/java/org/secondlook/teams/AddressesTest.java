package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.turn.Turn;
import org.secondlook.teams.microsoft.Samples;

/** What is learned of where people are reached. */
class AddressesTest {

    private final Trial trial = new Trial();

    @AfterEach
    void close() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed", "added", "personal-message", "personal-execute", "reaction"})
    void whateverComesFromThePersonalChatTellsIt(String sample) {
        trial.deliver(trial.sample(sample));

        assertThat(trial.references.find(Trial.PRIYA))
                .contains(new PersonAddress(
                        trial.teams.serviceUrl(), Optional.of(Samples.PRIYA_IN_TEAMS), Optional.of(Samples.CHAT)));
        assertThat(trial.references.serviceUrl(Samples.TENANT)).contains(trial.teams.serviceUrl());
    }

    @Test
    void aChannelTellsWhoThePersonIsButNotTheirChat() {
        trial.deliver(trial.sample("channel-mention"));

        assertThat(trial.references.find(Trial.PRIYA))
                .contains(new PersonAddress(
                        trial.teams.serviceUrl(), Optional.of(Samples.PRIYA_IN_TEAMS), Optional.empty()));
    }

    @Test
    void aChannelDoesNotMakeThePersonalChatForgotten() {
        trial.deliver(trial.sample("personal-message"));
        trial.deliver(trial.sample("channel-mention"));

        assertThat(trial.references.find(Trial.PRIYA).flatMap(PersonAddress::chat))
                .contains(Samples.CHAT);
    }

    @Test
    void theInstallationIsWelcomedOnceThoughItIsToldTwice() {
        trial.deliver(trial.sample("added"));
        trial.deliver(trial.sample("installed"));

        assertThat(trial.turns).extracting(Turn::input).containsExactly(new Turn.Begun("hello"));
        assertThat(trial.teams.requests()).hasSize(1);
        assertThat(trial.teams.last().path()).isEqualTo("/v3/conversations/" + Samples.CHAT + "/activities");
    }

    @Test
    void whoeverWroteBeforeIsNotWelcomed() {
        trial.deliver(trial.sample("personal-message"));
        trial.deliver(trial.sample("installed"));

        assertThat(trial.turns).extracting(Turn::input).containsExactly(new Turn.Typed("raise"));
    }

    @Test
    void aRemovalIsNotAnswered() {
        trial.deliver(trial.sample("installed").put("action", "remove"));

        assertThat(trial.turns).isEmpty();
        assertThat(trial.teams.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed-in-team", "member-added-to-team"})
    void aTeamTellsWhereItsTenantIsReachedAndIsNotWelcomed(String sample) {
        assertThat(trial.deliver(trial.sample(sample)).statusCode()).isEqualTo(200);

        assertThat(trial.references.serviceUrl(Samples.TENANT)).contains(trial.teams.serviceUrl());
        assertThat(trial.turns).isEmpty();
        assertThat(trial.teams.requests()).isEmpty();
    }

    @Test
    void anEventThatNobodyCausedTellsOnlyOfTheTenant() {
        ObjectNode added = trial.sample("member-added-to-team");
        added.remove("from");

        assertThat(trial.deliver(added).statusCode()).isEqualTo(200);
        assertThat(trial.references.serviceUrl(Samples.TENANT)).contains(trial.teams.serviceUrl());
    }

    @Test
    void theLastServiceUrlCounts() {
        trial.references.rememberServiceUrl(Samples.TENANT, "https://smba.trafficmanager.net/old/");
        trial.references.remember(
                Trial.PRIYA,
                new PersonAddress("https://smba.trafficmanager.net/old/", Optional.of("29:old"), Optional.of("a:old")));
        trial.deliver(trial.sample("personal-message"));

        assertThat(trial.references.serviceUrl(Samples.TENANT)).contains(trial.teams.serviceUrl());
        assertThat(trial.references.find(Trial.PRIYA))
                .contains(new PersonAddress(
                        trial.teams.serviceUrl(), Optional.of(Samples.PRIYA_IN_TEAMS), Optional.of(Samples.CHAT)));
    }
}
