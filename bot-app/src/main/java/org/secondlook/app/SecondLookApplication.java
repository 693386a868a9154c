package org.secondlook.app;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SecondLookApplication {

    /**
     * Starts the application.
     *
     * @param arguments settings such as {@code --server.port=80}; or one of the {@link Commands}, and what it takes
     */
    public static void main(String[] arguments) {
        Optional<Commands.Said> said = new Commands(Clock.systemUTC()).run(arguments);
        if (said.isEmpty()) {
            SpringApplication.run(SecondLookApplication.class, arguments);
            return;
        }
        said.get().lines().forEach(System.out::println);
        if (!said.get().done()) {
            System.exit(1);
        }
    }
}
