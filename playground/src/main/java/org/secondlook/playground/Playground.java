package org.secondlook.playground;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running playground: a fake Slack, a fake Teams and the page. */
public final class Playground implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Playground(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /**
     * Starts a playground beside another application, whose logging it leaves alone.
     *
     * @param settings such as {@code playground.port}; they win over every other source
     */
    public static Playground start(Map<String, Object> settings) {
        SpringApplication application = application();
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("playground-start", settings)));
        return new Playground(application.run());
    }

    public int port() {
        return context.getBean(Address.class).get().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(PlaygroundApplication.class);
        application.setDefaultProperties(Map.of("spring.config.name", "playground"));
        application.setBannerMode(Banner.Mode.OFF);
        application.setMainApplicationClass(Playground.class);
        return application;
    }
}
