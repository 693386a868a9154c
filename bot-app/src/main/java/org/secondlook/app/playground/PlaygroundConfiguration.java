package org.secondlook.app.playground;

import java.time.Clock;
import java.util.Map;
import org.secondlook.app.Clocks;
import org.secondlook.app.SecondLookProperties;
import org.secondlook.playground.Playground;
import org.secondlook.slack.SlackAdapter;
import org.secondlook.store.CaseClock;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the playground puts in place of the world: its Slack, its Teams, its clock and its key. */
@Configuration(proxyBeanMethods = false)
@Profile("playground")
class PlaygroundConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PlaygroundConfiguration.class);

    @Bean
    KeyFile keyFile(SecondLookProperties properties) {
        OnlyInvented.require(properties);
        return KeyFile.openOrCreate(properties.dataDir().resolve("keys.json"));
    }

    @Bean
    CaseClock caseClock(RedisStore store) {
        return store.clock(Clock.systemUTC());
    }

    @Bean
    Clocks clocks(CaseClock cases) {
        return new Clocks(Clock.systemUTC(), cases);
    }

    @Bean
    Playground playground(PlaygroundProperties properties, SecondLookProperties secondLook) {
        return Playground.start(Map.of(
                "playground.port", properties.port(),
                "playground.slack-events-url", properties.applicationUrl() + SlackAdapter.PATH,
                "playground.teams-messages-url", properties.applicationUrl() + "/api/messages",
                "playground.clock-url", properties.applicationUrl() + ClockController.PATH,
                "playground.journal",
                        secondLook.dataDir().resolve("playground.json").toString()));
    }

    @Bean
    ApplicationRunner announcement(Playground playground) {
        return arguments -> log.info("The playground is ready: open http://127.0.0.1:{}", playground.port());
    }
}
