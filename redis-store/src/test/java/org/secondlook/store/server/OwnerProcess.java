package org.secondlook.store.server;

import java.io.IOException;
import java.nio.file.Path;

/** An application that owns a server, stores something, and waits to be killed. */
final class OwnerProcess {

    private OwnerProcess() {}

    @SuppressWarnings("SystemOut") // the test reads it
    public static void main(String[] arguments) throws IOException {
        RedisServer server = RedisServer.start(TestServer.settings(Path.of(arguments[0])));
        try (var redis = server.address().connect()) {
            redis.set("kept", "yes");
        }
        System.out.println("pid " + server.pid().orElseThrow());
        // Ends when the test ends it, or when the test itself ends.
        if (System.in.read() < 0) {
            server.close();
        }
    }
}
