package org.secondlook.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class InstallationsTest {

    @Test
    void addsTheBotToEveryTeamAtTheStart() {
        Trial trial = new Trial();
        trial.start();
        try {
            Set<String> teams = new HashSet<>();
            while (!teams.containsAll(Set.of("Children's social care", "Children's services"))) {
                JsonNode added = trial.bot().next("conversationUpdate").json();
                assertThat(added.at("/channelData/eventType").stringValue()).isEqualTo("teamMemberAdded");
                assertThat(added.at("/conversation/conversationType").stringValue())
                        .isEqualTo("channel");
                teams.add(added.at("/channelData/team/name").stringValue());
            }
            JsonNode installed = trial.bot().next("installationUpdate").json();
            assertThat(installed.path("action").stringValue()).isEqualTo("add");
            assertThat(installed.at("/channelData/settings/selectedChannel/id").stringValue())
                    .startsWith("19:");
        } finally {
            trial.stop();
        }
    }
}
