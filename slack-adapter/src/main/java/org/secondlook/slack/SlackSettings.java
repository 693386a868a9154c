package org.secondlook.slack;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the adapter reaches Slack, and who may reach it.
 *
 * @param apiBaseUrl where Slack's Web API is, with a slash at the end; https, or http on the loopback for trying out
 * @param signingSecret with which Slack signs every request to us
 * @param workspaces where the app is installed
 * @param answerTimeout the longest a call may take while Slack waits for our answer; Slack waits 3 seconds in all
 * @param sendTimeout the longest a call of the outbox may take
 */
public record SlackSettings(
        URI apiBaseUrl,
        String signingSecret,
        List<Workspace> workspaces,
        Duration answerTimeout,
        Duration sendTimeout) {

    /** Where Slack's Web API is. */
    public static final URI SLACK = URI.create("https://slack.com/api/");

    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    public static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    public SlackSettings {
        workspaces = List.copyOf(workspaces);
        if (signingSecret.isBlank()) {
            throw new IllegalArgumentException("Expected the signing secret of the Slack app, but found none");
        }
        requireSafe(apiBaseUrl);
        Set<String> organisations = new HashSet<>();
        for (Workspace workspace : workspaces) {
            if (!organisations.add(workspace.organisation())) {
                throw new IllegalArgumentException(
                        "Expected Slack workspace %s once, but found it twice".formatted(workspace.organisation()));
            }
        }
    }

    /** Whether calls leave without encryption. */
    public boolean isPlainHttp() {
        return "http".equals(apiBaseUrl.getScheme());
    }

    /** Never the secret: this may end in a log. */
    @Override
    public String toString() {
        return "SlackSettings[apiBaseUrl=%s, workspaces=%s]".formatted(apiBaseUrl, workspaces);
    }

    private static void requireSafe(URI url) {
        boolean loopback = url.getHost() != null && LOOPBACK.contains(url.getHost());
        boolean safe = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && loopback);
        boolean plain = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
        if (!safe || !plain || url.getHost() == null || !url.getPath().endsWith("/")) {
            throw new IllegalArgumentException(
                    "Expected Slack's API base URL to be https, or http on the loopback, and to end in /, but found %s"
                            .formatted(url));
        }
    }

    /**
     * A workspace, or an organisation of several, in which the app is installed.
     *
     * @param organisation its team id (T...) or, where the app is installed in a whole organisation, its enterprise id
     *     (E...)
     * @param botToken with which the bot speaks there
     */
    public record Workspace(String organisation, String botToken) {

        public Workspace {
            if (!organisation.matches("[TE][A-Z0-9]+")) {
                throw new IllegalArgumentException(
                        "Expected a Slack team or enterprise id, but found %s".formatted(organisation));
            }
            if (botToken.isBlank()) {
                throw new IllegalArgumentException(
                        "Expected a bot token for Slack workspace %s, but found none".formatted(organisation));
            }
        }

        /** Never the token: this may end in a log. */
        @Override
        public String toString() {
            return organisation;
        }
    }
}
