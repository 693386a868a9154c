package org.secondlook.playground.slack;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the fake Slack together. */
@Configuration(proxyBeanMethods = false)
@Import(SlackController.class)
public class SlackConfiguration {

    @Bean
    Workspaces workspaces(World world) {
        return new Workspaces(world);
    }

    @Bean
    Messages slackMessages(Journal journal, CaseClock caseClock, Consumer<String> changed) {
        return new Messages(journal, caseClock, changed);
    }

    @Bean
    Views views(Journal journal, Clock clock, Consumer<String> changed) {
        return new Views(journal, clock, changed);
    }

    @Bean
    Triggers triggers(Clock clock) {
        return new Triggers(clock);
    }

    @Bean
    ResponseUrls responseUrls(Supplier<URI> address, Clock clock, Messages messages) {
        return new ResponseUrls(address, clock, messages);
    }

    @Bean
    Requests requests(@Qualifier("slackBot") Bot bot, World world, Clock clock) {
        return new Requests(bot, world.slackApp().signingSecret(), clock);
    }

    @Bean
    Events events(Requests requests, Later later) {
        return new Events(requests, later);
    }

    @Bean
    WebApi webApi(
            Workspaces workspaces, Messages messages, Views views, Triggers triggers, Events events, Inbox inbox) {
        return new WebApi(workspaces, messages, views, triggers, events, inbox);
    }

    @Bean
    SlackClient slackClient(
            Workspaces workspaces,
            Messages messages,
            Views views,
            Triggers triggers,
            ResponseUrls responseUrls,
            Requests requests,
            Events events,
            Later later) {
        Interactions interactions = new Interactions(triggers);
        return new SlackClient(
                workspaces,
                messages,
                views,
                new Composer(messages, events, requests, interactions, responseUrls),
                new Presses(messages, requests, interactions, responseUrls),
                new Modals(views, requests, interactions, later),
                new AppHome(messages, views, events));
    }
}
