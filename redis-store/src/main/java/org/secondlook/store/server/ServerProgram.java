package org.secondlook.store.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secondlook.store.StoreSetupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the program of a Redis server: that of the system, else the bundled one. */
final class ServerProgram {

    private static final Logger log = LoggerFactory.getLogger(ServerProgram.class);

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");
    private static final String BUNDLED = "redis-server-7.0.15-";

    private final String path;
    private final String system;
    private final String processor;

    /** @param path the folders in which the system looks for programs */
    ServerProgram(String path, String system, String processor) {
        this.path = path;
        this.system = system.toLowerCase(Locale.ROOT);
        this.processor = processor.toLowerCase(Locale.ROOT);
    }

    static ServerProgram ofThisSystem() {
        return new ServerProgram(
                Optional.ofNullable(System.getenv("PATH")).orElse(""),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    /** @param folder where the bundled program is put */
    Path find(ServerSettings.Source source, Path folder) {
        return switch (source) {
            case PATH ->
                installed()
                        .orElseThrow(
                                () -> new StoreSetupException(
                                        "Expected redis-server or valkey-server on the path (secondlook.redis.server=path), but found neither. Install one of them, or set secondlook.redis.url to a server that runs."));
            case BUNDLED -> bundled(folder);
            case AUTO -> installed().orElseGet(() -> bundled(folder));
        };
    }

    private Optional<Path> installed() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name + (isWindows() ? ".exe" : ""))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Path bundled(Path folder) {
        String name = BUNDLED + platform();
        Path program = folder.resolve(name);
        try (InputStream in = ServerProgram.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new StoreSetupException(howToGetOne());
            }
            if (!Files.exists(program)) {
                Path extracted = Files.createTempFile(folder, name, "");
                Files.copy(in, extracted, StandardCopyOption.REPLACE_EXISTING);
                if (!extracted.toFile().setExecutable(true)) {
                    throw new IOException("it cannot be made executable");
                }
                Files.move(extracted, program, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Expected to put the bundled Redis at %s: %s".formatted(program, e.getMessage()), e);
        }
        log.warn("USING THE BUNDLED REDIS 7.0.15, WHICH IS FOR TRYING OUT ONLY: it lacks later security fixes."
                + " For real cases install redis-server or valkey-server, or set secondlook.redis.url.");
        return program;
    }

    private String platform() {
        String os = system.startsWith("mac") ? "darwin" : system;
        return switch (processor) {
            case "x86_64", "amd64" -> os + "-amd64";
            case "aarch64", "arm64" -> os + "-arm64";
            case "x86", "i386", "i686" -> os + "-386";
            default -> os + "-" + processor;
        };
    }

    private String howToGetOne() {
        String advice = isWindows()
                ? "There is no Redis for Windows to bundle. Run one in WSL 2 (sudo apt install redis-server) or in Docker (docker run -p 6379:6379 redis:7 --appendonly yes --appendfsync always --maxmemory-policy noeviction)"
                : "Install redis-server or valkey-server";
        return "Expected a Redis server for %s on %s, but there is none on the path and none is bundled. %s, and set secondlook.redis.url=redis://localhost:6379 if it runs by itself."
                .formatted(system, processor, advice);
    }

    private boolean isWindows() {
        return system.startsWith("windows");
    }
}
