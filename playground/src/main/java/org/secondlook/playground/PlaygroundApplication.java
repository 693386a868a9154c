package org.secondlook.playground;

import java.net.InetAddress;
import java.time.Clock;
import org.secondlook.playground.bot.Bot;
import org.secondlook.playground.bot.Deliveries;
import org.secondlook.playground.clock.CaseClock;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.mishap.IncomingMishaps;
import org.secondlook.playground.mishap.MishapConfiguration;
import org.secondlook.playground.page.Changes;
import org.secondlook.playground.page.PageConfiguration;
import org.secondlook.playground.slack.SlackConfiguration;
import org.secondlook.playground.teams.TeamsConfiguration;
import org.secondlook.playground.world.World;
import org.secondlook.playground.world.WorldFile;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The playground as an application of its own. It may stand beside another in one JVM, so it takes only the
 * auto-configurations that it names.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlaygroundSettings.class)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import({SlackConfiguration.class, TeamsConfiguration.class, PageConfiguration.class, MishapConfiguration.class})
class PlaygroundApplication {

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly(PlaygroundSettings settings) {
        return server -> {
            server.setAddress(InetAddress.getLoopbackAddress());
            server.setPort(settings.port());
        };
    }

    @Bean
    Address address() {
        return new Address();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    World world(PlaygroundSettings settings) {
        return WorldFile.read(settings.world());
    }

    @Bean
    Journal journal(PlaygroundSettings settings) {
        return Journal.at(settings.journal());
    }

    @Bean
    Deliveries deliveries() {
        return new Deliveries();
    }

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean(initMethod = "start")
    CaseClock caseClock(PlaygroundSettings settings, Clock clock, Deliveries deliveries, Changes changes) {
        return new CaseClock(settings.clockUrl(), clock, deliveries, changes::clockMoved);
    }

    @Bean
    Bot slackBot(PlaygroundSettings settings, IncomingMishaps mishaps) {
        return new Bot(settings.slackEventsUrl(), mishaps);
    }

    @Bean
    Bot teamsBot(PlaygroundSettings settings, IncomingMishaps mishaps) {
        return new Bot(settings.teamsMessagesUrl(), mishaps);
    }
}
