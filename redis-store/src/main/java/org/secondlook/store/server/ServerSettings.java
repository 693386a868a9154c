package org.secondlook.store.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which Redis to use.
 *
 * @param url the server to use; without one, a server is started here ({@code secondlook.redis.url})
 * @param source where the program of that server comes from ({@code secondlook.redis.server})
 * @param dataFolder where that server keeps its data ({@code secondlook.data-dir})
 */
public record ServerSettings(Optional<URI> url, Source source, Path dataFolder) {

    /** Where the program of a server comes from. */
    public enum Source {
        /** From the path; if there is none, the bundled one. */
        AUTO,
        PATH,
        BUNDLED
    }
}
