package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.slack.SlackSettings.Workspace;

class SlackSettingsTest {

    private static final Workspace TRUST = new Workspace("T0NSHIRENHS", "xoxb-secret-token");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://slack.com/api/",
                "https://slack-gov.com/api/",
                "http://127.0.0.1:8090/slack/api/",
                "http://[::1]:8090/api/",
                "http://localhost:8090/api/"
            })
    void takesHttpsAndTheLoopback(String url) {
        assertThatCode(() -> at(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://slack.com/api/",
                "http://127.0.0.1.example.com/api/",
                "http://127.0.0.1@example.com/api/",
                "https://user@slack.com/api/",
                "https://slack.com/api/?x=/",
                "https://slack.com/api/#/",
                "https://slack.com/api",
                "ftp://127.0.0.1/api/",
                "file:/api/",
                "https:/api/",
                "/api/"
            })
    void refusesEveryOtherAddress(String url) {
        assertThatThrownBy(() -> at(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToWorkWithoutASecretOrAToken() {
        assertThatThrownBy(() -> settings(" ", List.of(TRUST))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Workspace("T0NSHIRENHS", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Workspace("Northshire", "xoxb-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> settings("secret", List.of(TRUST, TRUST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverPrintsASecret() {
        assertThat(settings("signing-secret", List.of(TRUST)).toString())
                .contains("T0NSHIRENHS")
                .doesNotContain("secret-token", "signing-secret");
    }

    private static SlackSettings settings(String signingSecret, List<Workspace> workspaces) {
        return new SlackSettings(
                SlackSettings.SLACK,
                signingSecret,
                workspaces,
                SlackSettings.ANSWER_TIMEOUT,
                SlackSettings.SEND_TIMEOUT);
    }

    private static SlackSettings at(String url) {
        return new SlackSettings(
                URI.create(url), "secret", List.of(TRUST), SlackSettings.ANSWER_TIMEOUT, SlackSettings.SEND_TIMEOUT);
    }
}
