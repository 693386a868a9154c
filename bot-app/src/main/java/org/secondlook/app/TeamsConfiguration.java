package org.secondlook.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.store.RedisStore;
import org.secondlook.teams.TeamsAdapter;
import org.secondlook.teams.TeamsController;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** The bot in Teams, where it is set up. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformCondition.InTeams.class)
class TeamsConfiguration {

    @Bean
    TeamsAdapter teamsAdapter(
            SecondLookProperties properties,
            Answering answering,
            FixedViews fixed,
            RedisStore store,
            Hold hold,
            TaskExecutor background,
            Clocks clocks,
            MeterRegistry meters) {
        return new TeamsAdapter(
                settings(properties.teams()),
                answering,
                fixed,
                new StoredConversationReferences(store.records(), hold),
                new TeamsAdapter.Surroundings(
                        clocks.wire(),
                        background,
                        why -> meters.counter(
                                        "secondlook.teams.refusals",
                                        "why",
                                        why.name().toLowerCase(Locale.ROOT))
                                .increment()));
    }

    /** Once every port is open: in a playground the keys are at one of our own. */
    @Bean
    ApplicationRunner signingKeys(TeamsAdapter adapter) {
        return arguments -> adapter.prepare();
    }

    @Bean
    TeamsController teamsController(TeamsAdapter adapter) {
        return adapter.controller();
    }

    @Bean
    Messenger teamsMessenger(TeamsAdapter adapter) {
        return adapter.messenger();
    }

    private static TeamsSettings settings(SecondLookProperties.Teams teams) {
        try {
            List<Registration> registrations = teams.registrations().stream()
                    .map(TeamsConfiguration::registration)
                    .toList();
            return new TeamsSettings(
                    registrations,
                    teams.openIdMetadata(),
                    teams.tokenUrl(),
                    new ServiceUrls(teams.serviceUrls()),
                    teams.serviceUrl(),
                    TeamsSettings.Timeouts.DEFAULT);
        } catch (IllegalArgumentException e) {
            throw new SetupException("secondlook.teams: " + e.getMessage(), e);
        }
    }

    private static Registration registration(SecondLookProperties.Teams.Registration its) {
        String secret = Secret.of(its.secret());
        return its.tenants().isEmpty()
                ? new Registration(its.appId(), its.tenantId(), secret)
                : new Registration(its.appId(), its.tenantId(), secret, Set.copyOf(its.tenants()));
    }
}
