package org.secondlook.app.trial;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.secondlook.app.Clocks;
import org.secondlook.app.SecondLookApplication;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.CaseStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application in this process, with a case clock that the test moves. */
public final class RunningBot implements AutoCloseable {

    private static final PartnershipId NORTHSHIRE = new PartnershipId("northshire");

    private final ConfigurableApplicationContext application;

    private RunningBot(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** Starts it. */
    public static RunningBot start(List<String> settings, Clock caseClock) {
        SpringApplication application = new SpringApplication(SecondLookApplication.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(
                        Clocks.class, () -> new Clocks(Clock.systemUTC(), caseClock), its -> its.setPrimary(true)));
        return new RunningBot(application.run(settings.toArray(String[]::new)));
    }

    /** When time alone changes something next. */
    public Optional<Instant> nextDue() {
        return application.getBean(CaseStore.class).nextDue(NORTHSHIRE);
    }

    @Override
    public void close() {
        application.close();
    }
}
