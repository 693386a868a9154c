package org.secondlook.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.turn.Gaps;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.slack.SlackAdapter;
import org.secondlook.slack.SlackSettings;
import org.secondlook.store.RedisStore;
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
            SecondLookProperties properties,
            Answering answering,
            FixedViews fixed,
            SlackSilence silence,
            Clocks clocks,
            MeterRegistry meters) {
        return new SlackAdapter(
                settings(properties.slack()),
                answering,
                fixed,
                clocks.wire(),
                silence,
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
    Messenger slackMessenger(SlackAdapter adapter, SlackSilence silence, Clocks clocks) {
        return new EchoedMessenger(adapter.messenger(), silence, clocks.cases());
    }

    @Bean
    SlackSilence slackSilence(RedisStore store, Partnerships partnerships, Gaps gaps, Clocks clocks) {
        return new SlackSilence(
                store.records(),
                clocks.cases(),
                (organisation, gap) -> partnerships
                        .all()
                        .forEach(partnership -> gaps.tell(
                                partnership,
                                new TurnId("gap.slack." + organisation + "."
                                        + gap.from().toEpochMilli()),
                                gap,
                                person -> isIn(organisation, person))));
    }

    private static boolean isIn(String organisation, Person person) {
        return person.identities().stream()
                .anyMatch(its ->
                        its.platform() == Platform.SLACK && its.organisation().equals(organisation));
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
