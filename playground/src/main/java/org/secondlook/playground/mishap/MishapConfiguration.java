package org.secondlook.playground.mishap;

import java.time.Clock;
import org.secondlook.playground.bot.Later;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts mishaps between the fakes and the bot. */
@Configuration(proxyBeanMethods = false)
@Import(MishapController.class)
public class MishapConfiguration {

    @Bean
    Calls calls(Clock clock) {
        return new Calls(clock);
    }

    @Bean
    Inbox inbox(Clock clock) {
        return new Inbox(clock);
    }

    @Bean
    IncomingMishaps incomingMishaps(Later later) {
        return new IncomingMishaps(later);
    }

    @Bean
    OutgoingMishaps outgoingMishaps(Calls calls) {
        return new OutgoingMishaps(calls);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mishapsAtTheConnection(OutgoingMishaps outgoing) {
        return server -> server.addEngineValves(outgoing);
    }
}
