package org.secondlook.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code secondlook.}; each is explained in docs/configuration.md.
 *
 * @param dataDir where a server of our own keeps its data
 * @param keyFile the key that seals buttons and words; made in the data folder in the playground only
 * @param protocolDir where protocol packs lie that do not ship with the bot
 */
@ConfigurationProperties("secondlook")
public record SecondLookProperties(
        @DefaultValue("data") Path dataDir,
        @Nullable Path keyFile,
        @Nullable Path protocolDir,
        @DefaultValue Redis redis,
        @DefaultValue Map<String, PartnershipSettings> partnerships) {

    /**
     * Where the store is.
     *
     * @param url a server to use; without it one is started
     * @param server which server to start
     * @param unchecked accepts a server whose settings cannot be read
     */
    public record Redis(@Nullable String url, @DefaultValue("auto") Server server, @DefaultValue("false") boolean unchecked) {

        /** Which server to start. */
        public enum Server {
            AUTO,
            PATH,
            BUNDLED
        }
    }

    /**
     * A partnership.
     *
     * @param code what the references of its cases begin with
     * @param protocol the pack under which new cases begin, such as {@code bradford@1}
     * @param directory its directory file; {@code classpath:} for one that ships with the bot
     */
    public record PartnershipSettings(String name, String code, String protocol, String directory) {}

    Optional<Path> ownProtocols() {
        return Optional.ofNullable(protocolDir);
    }
}
