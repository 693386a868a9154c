package org.secondlook.playground.teams;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.secondlook.playground.bot.Bot;
import org.secondlook.playground.bot.Later;
import org.secondlook.playground.clock.CaseClock;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.mishap.Inbox;
import org.secondlook.playground.world.World;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the fake Teams together. */
@Configuration(proxyBeanMethods = false)
@Import({LoginController.class, ConnectorController.class})
public class TeamsConfiguration {

    @Bean
    Tenants tenants(World world) {
        return new Tenants(world);
    }

    @Bean
    SigningKey signingKey(Journal journal) {
        return new SigningKey(journal);
    }

    @Bean
    Tokens tokens(SigningKey signingKey, Clock clock) {
        return new Tokens(signingKey, clock);
    }

    @Bean
    Posts posts(Journal journal, CaseClock caseClock, Consumer<String> changed) {
        return new Posts(journal, caseClock, changed);
    }

    @Bean
    Connector connector(Tenants tenants, Posts posts, Inbox inbox) {
        return new Connector(tenants, posts, inbox);
    }

    @Bean
    Activities activities(
            @Qualifier("teamsBot") Bot bot, Tokens tokens, CaseClock caseClock, Later later, Supplier<URI> address) {
        return new Activities(bot, tokens, caseClock, later, address);
    }

    @Bean
    Installations installations(Journal journal, Tenants tenants, Activities activities, Later later) {
        return new Installations(journal, tenants, activities, later);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> addBotToTeams(Installations installations) {
        return event -> installations.addToTeams();
    }

    @Bean
    TeamsClient teamsClient(
            Tenants tenants,
            Posts posts,
            Activities activities,
            Installations installations,
            Consumer<String> changed) {
        Dialogs dialogs = new Dialogs(changed);
        Composer composer = new Composer(posts, activities);
        Presses presses = new Presses(posts, dialogs, activities);
        return new TeamsClient(tenants, posts, dialogs, composer, presses, installations);
    }
}
