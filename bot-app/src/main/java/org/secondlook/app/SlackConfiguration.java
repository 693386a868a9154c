package org.secondlook.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.slack.SlackAdapter;
import org.secondlook.slack.SlackSettings;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The bot in Slack, where it is set up. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformCondition.InSlack.class)
class SlackConfiguration {

    @Bean
    SlackAdapter slackAdapter(
            SecondLookProperties properties, Answering answering, FixedViews fixed, Clocks clocks, MeterRegistry meters) {
        return new SlackAdapter(
                settings(properties.slack()),
                answering,
                fixed,
                clocks.wire(),
                incident -> meters.counter(
                                "secondlook.slack.incidents",
                                "kind",
                                incident.name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    @Bean
    ServletRegistrationBean<?> slackServlet(SlackAdapter adapter) {
        return new ServletRegistrationBean<>(adapter.servlet(), SlackAdapter.PATH);
    }

    @Bean
    Messenger slackMessenger(SlackAdapter adapter) {
        return adapter.messenger();
    }

    private static SlackSettings settings(SecondLookProperties.Slack slack) {
        try {
            List<SlackSettings.Workspace> workspaces = slack.workspaces().stream()
                    .map(its -> new SlackSettings.Workspace(its.organisation(), Secret.of(its.botToken())))
                    .toList();
            return new SlackSettings(
                    slack.api(),
                    Secret.of(slack.signingSecret()),
                    workspaces,
                    SlackSettings.ANSWER_TIMEOUT,
                    SlackSettings.SEND_TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw new SetupException("secondlook.slack: " + e.getMessage(), e);
        }
    }
}
