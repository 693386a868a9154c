package org.secondlook.app.playground;

import java.util.List;
import java.util.stream.Stream;
import org.secondlook.app.SecondLookProperties;
import org.secondlook.app.SetupException;

/** Keeps a playground away from real workspaces: with a real token, invented cases would reach real people. */
final class OnlyInvented {

    /** Every secret of the sample world has this, and no real one. */
    private static final String MARK = "playground-";

    private OnlyInvented() {}

    /** Refuses settings with a token or secret that was not invented. */
    static void require(SecondLookProperties properties) {
        List<String> secrets = Stream.of(
                        Stream.of(properties.slack().signingSecret()),
                        properties.slack().workspaces().stream().map(SecondLookProperties.Slack.Workspace::botToken),
                        properties.teams().registrations().stream()
                                .map(SecondLookProperties.Teams.Registration::secret))
                .flatMap(each -> each)
                .toList();
        if (!secrets.stream().allMatch(secret -> secret.contains(MARK))) {
            throw new SetupException(
                    "Expected the playground to have invented tokens only, but found a real one in secondlook.slack or secondlook.teams. Start without profile playground, or without those settings.");
        }
    }
}
