package org.secondlook.store.server;

import java.io.IOException;
import java.util.Optional;
import org.secondlook.store.StoreSetupException;

/** The Redis that the store uses: the configured one, or one that is started here and looked after until it is closed. */
public final class RedisServer implements AutoCloseable {

    private final RedisAddress address;
    private final Optional<Supervisor> supervisor;

    private RedisServer(RedisAddress address, Optional<Supervisor> supervisor) {
        this.address = address;
        this.supervisor = supervisor;
    }

    /** Returns once the server answers; a configured one is not asked. */
    public static RedisServer start(ServerSettings settings) {
        if (settings.url().isPresent()) {
            return new RedisServer(new RedisAddress(settings.url().get()), Optional.empty());
        }
        try {
            Supervisor supervisor = supervise(settings);
            return new RedisServer(supervisor.address(), Optional.of(supervisor));
        } catch (IOException e) {
            throw new StoreSetupException(
                    "Expected to start a Redis server in the data folder %s (secondlook.data-dir): %s"
                            .formatted(settings.dataFolder().toAbsolutePath(), e.getMessage()),
                    e);
        }
    }

    private static Supervisor supervise(ServerSettings settings) throws IOException {
        ServerFolder folder = ServerFolder.own(settings.dataFolder());
        try {
            return Supervisor.begin(ServerProgram.ofThisSystem().find(settings.source(), folder.path()), folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Where it listens; for a server that was started here, with the password it was given. */
    public RedisAddress address() {
        return address;
    }

    /** The process of a server that runs here. */
    Optional<Long> pid() {
        return supervisor.map(Supervisor::pid);
    }

    /** Ends the server if it was started or taken over here. Closing twice does nothing twice. */
    @Override
    public void close() {
        supervisor.ifPresent(Supervisor::close);
    }
}
