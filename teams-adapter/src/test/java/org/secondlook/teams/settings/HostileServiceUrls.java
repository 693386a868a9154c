package org.secondlook.teams.settings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Service URLs by which others have tried, or might try, to get at a bot's token. */
public final class HostileServiceUrls {

    private HostileServiceUrls() {}

    public static List<String> all() {
        try (var in = HostileServiceUrls.class.getResourceAsStream("/hostile-service-urls.json")) {
            return new JsonMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
