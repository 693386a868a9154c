package org.secondlook.playground.teams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.secondlook.playground.trial.Trial;
import tools.jackson.databind.JsonNode;

class InstallationsTest {

    @Test
    void addsTheBotToEveryTeamAtTheStart() {
        Trial trial = new Trial();
        trial.start();
        try {
            JsonNode added = trial.bot().next("conversationUpdate").json();
            assertThat(added.at("/channelData/eventType").stringValue()).isEqualTo("teamMemberAdded");
            assertThat(added.at("/channelData/team/name").stringValue()).isEqualTo("Children's social care");
            assertThat(added.at("/conversation/conversationType").stringValue()).isEqualTo("channel");
            JsonNode installed = trial.bot().next("installationUpdate").json();
            assertThat(installed.path("action").stringValue()).isEqualTo("add");
            assertThat(installed.at("/channelData/settings/selectedChannel/id").stringValue())
                    .startsWith("19:");
        } finally {
            trial.stop();
        }
    }
}
