package org.secondlook.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondlook.slack.SlackSettings;
import org.secondlook.store.server.ServerSettings;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code secondlook.}; each is explained in docs/configuration.md.
 *
 * @param dataDir where a Redis of our own keeps its data
 * @param keyFile the key that seals buttons and words; kept apart from the data
 * @param protocolDir where protocol packs lie that do not ship with the bot
 * @param holidaysFile bank holidays that no rule gives; without it, those that come with the bot
 * @param heartbeatUrl what is asked for every five minutes while nothing is wrong
 * @param witnessFile where daily roots and erasures are told outside of Redis; without it, in the log only
 * @param slack the Slack app; not used if nothing is set here
 * @param teams the Teams app; not used if nothing is set here
 */
@ConfigurationProperties("secondlook")
public record SecondLookProperties(
        @DefaultValue("data") Path dataDir,
        @Nullable Path keyFile,
        @Nullable Path protocolDir,
        @Nullable Path holidaysFile,
        @Nullable URI heartbeatUrl,
        @Nullable Path witnessFile,
        @DefaultValue Redis redis,
        @DefaultValue Map<String, PartnershipSettings> partnerships,
        @DefaultValue Slack slack,
        @DefaultValue Teams teams) {

    /**
     * Where the store is.
     *
     * @param url a server to use, as it is written: bound as a URI, its escapes would be escaped again; without it one is
     *     started
     * @param server which program to start
     * @param durable whether whoever runs the server vouches for its settings, where it does not tell them
     */
    public record Redis(
            @DefaultValue("") String url,
            @DefaultValue("auto") ServerSettings.Source server,
            @DefaultValue("false") boolean durable) {

        Optional<URI> configured() {
            try {
                return url.isBlank() ? Optional.empty() : Optional.of(new URI(url));
            } catch (URISyntaxException e) {
                // Its message repeats the URL, and a password may be in it.
                throw new SetupException(
                        "Expected a URL such as redis://user:password@host:port/0 in secondlook.redis.url, but found something else. In a name or password, write other characters than letters and digits percent-encoded.");
            }
        }

        /** Never the password: this may end in a log. */
        @Override
        public String toString() {
            return "Redis" + server;
        }
    }

    /**
     * A partnership.
     *
     * @param code what the references of its cases begin with
     * @param protocol the pack under which new cases begin, such as {@code bradford@1}
     * @param directory its directory file; {@code classpath:} for one that ships with the bot
     */
    public record PartnershipSettings(
            @DefaultValue("") String name,
            @DefaultValue("") String code,
            @DefaultValue("") String protocol,
            @DefaultValue("") String directory) {}

    /**
     * The Slack app.
     *
     * @param signingSecret with which Slack signs what it sends
     * @param apiBaseUrl where Slack's Web API is
     */
    public record Slack(
            @DefaultValue("") String signingSecret,
            @Nullable URI apiBaseUrl,
            @DefaultValue List<Workspace> workspaces) {

        URI api() {
            return Optional.ofNullable(apiBaseUrl).orElse(SlackSettings.SLACK);
        }

        /**
         * A workspace in which the app is installed.
         *
         * @param organisation its team id, or the enterprise id of an organisation of several
         */
        public record Workspace(
                @DefaultValue("") String organisation,
                @DefaultValue("") String botToken) {

            /** Never the token: this may end in a log. */
            @Override
            public String toString() {
                return organisation;
            }
        }

        /** Never the secret: this may end in a log. */
        @Override
        public String toString() {
            return "Slack" + workspaces;
        }
    }

    /**
     * The Teams app.
     *
     * @param registrations the bot's registrations with Microsoft
     * @param serviceUrlAllowList the origins that may be called
     * @param serviceUrl where a tenant is called from which nothing has come in yet
     */
    public record Teams(
            @DefaultValue List<Registration> registrations,
            @Nullable URI openIdMetadataUrl,
            @DefaultValue(TeamsSettings.TOKEN_URL) String tokenUrl,
            @Nullable List<String> serviceUrlAllowList,
            @DefaultValue(TeamsSettings.SERVICE_URL) String serviceUrl) {

        URI openIdMetadata() {
            return Optional.ofNullable(openIdMetadataUrl).orElse(TeamsSettings.OPEN_ID_METADATA);
        }

        List<String> serviceUrls() {
            return Optional.ofNullable(serviceUrlAllowList).orElse(ServiceUrls.DOCUMENTED);
        }

        /**
         * A registration of the bot.
         *
         * @param tenantId the tenant in which it is registered
         * @param tenants the tenants whose people it serves; without any, its own
         */
        public record Registration(
                @DefaultValue("") String appId,
                @DefaultValue("") String tenantId,
                @DefaultValue("") String secret,
                @DefaultValue List<String> tenants) {

            /** Never the secret: this may end in a log. */
            @Override
            public String toString() {
                return appId;
            }
        }
    }

    Optional<Path> ownProtocols() {
        return Optional.ofNullable(protocolDir);
    }

    Optional<URI> heartbeat() {
        return Optional.ofNullable(heartbeatUrl);
    }

    Path keys() {
        if (keyFile == null) {
            throw new SetupException(
                    "Expected the key file of this installation in secondlook.key-file. Make one for a new installation with create-key-file.");
        }
        return keyFile;
    }
}
