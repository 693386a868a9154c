package org.secondlook.app;

import java.nio.file.Path;
import org.secondlook.store.KeyFile;
import org.secondlook.store.StoreSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SecondLookApplication {

    private static final Logger log = LoggerFactory.getLogger(SecondLookApplication.class);

    private static final String CREATE_KEY_FILE = "create-key-file";

    /**
     * Starts the application.
     *
     * @param arguments settings such as {@code --server.port=80}; or {@code create-key-file} and where, to make the key
     *     file of a new installation and do nothing else
     */
    public static void main(String[] arguments) {
        if (arguments.length == 2 && arguments[0].equals(CREATE_KEY_FILE)) {
            createKeyFile(Path.of(arguments[1]));
        } else {
            SpringApplication.run(SecondLookApplication.class, arguments);
        }
    }

    private static void createKeyFile(Path file) {
        try {
            KeyFile.create(file);
        } catch (StoreSetupException e) {
            log.error(e.getMessage());
            System.exit(1);
        }
    }
}
