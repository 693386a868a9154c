package org.secondlook.app.trial;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.secondlook.app.SecondLookApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application with its playground, as {@code spring-boot:run} starts it, on ports of its own. */
public final class RunningPlayground implements AutoCloseable {

    private final int page;
    private final ConfigurableApplicationContext application;

    private RunningPlayground(int page, ConfigurableApplicationContext application) {
        this.page = page;
        this.application = application;
    }

    /**
     * Starts it.
     *
     * @param settings beside those of the playground, such as {@code --secondlook.redis.url=...}
     */
    public static RunningPlayground start(Path data, String... settings) {
        int page = FreePort.find();
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=playground",
                "--server.port=" + FreePort.find(),
                "--management.server.port=" + FreePort.find(),
                "--secondlook.data-dir=" + data,
                "--secondlook.redis.server=bundled",
                "--secondlook.playground.port=" + page));
        arguments.addAll(List.of(settings));
        return new RunningPlayground(
                page, SpringApplication.run(SecondLookApplication.class, arguments.toArray(String[]::new)));
    }

    /** An address of the page. */
    public URI page(String path) {
        return URI.create("http://127.0.0.1:" + page + path);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
