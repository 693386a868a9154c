package org.secondlook.app;

import java.nio.file.Path;
import org.secondlook.store.KeyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SecondLookApplication {

    private static final String CREATE_KEY_FILE = "create-key-file";

    /**
     * Starts the application.
     *
     * @param arguments settings such as {@code --server.port=80}; or {@code create-key-file} and where, to make the key
     *     file of a new installation and do nothing else
     */
    public static void main(String[] arguments) {
        if (arguments.length == 2 && arguments[0].equals(CREATE_KEY_FILE)) {
            KeyFile.create(Path.of(arguments[1]));
            return;
        }
        SpringApplication.run(SecondLookApplication.class, arguments);
    }
}
