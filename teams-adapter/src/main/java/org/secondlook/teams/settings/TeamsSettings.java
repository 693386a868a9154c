package org.secondlook.teams.settings;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator sets for Teams. It cannot be made without an app id: without one, the Bot Framework would take every
 * caller at their word.
 *
 * @param registrations no two serve the same tenant
 * @param openIdMetadataUrl where the keys are named with which Teams signs
 * @param tokenUrl where a registration gets its access tokens; {@code {tenant}} stands for its tenant
 * @param serviceUrls where we may send
 * @param serviceUrl where a tenant is reached from which nothing has come in yet; {@code {tenant}} stands for the tenant
 */
public record TeamsSettings(
        List<Registration> registrations,
        URI openIdMetadataUrl,
        String tokenUrl,
        ServiceUrls serviceUrls,
        String serviceUrl,
        Timeouts timeouts) {

    /** The documented metadata of the Bot Connector service. */
    public static final URI OPEN_ID_METADATA =
            URI.create("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /** The documented token endpoint of Microsoft Entra. */
    public static final String TOKEN_URL = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";

    /** The documented service URL of the worldwide cloud, for messages to somebody who never wrote. */
    public static final String SERVICE_URL = "https://smba.trafficmanager.net/teams/";

    /** How long we wait for Microsoft. */
    public record Timeouts(Duration connect, Duration answer) {

        public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    public TeamsSettings {
        registrations = List.copyOf(registrations);
        if (registrations.isEmpty()) {
            throw new IllegalArgumentException("Expected an app id for Teams, but found none");
        }
        requireEachOnce(registrations);
        requireSafe(openIdMetadataUrl);
        registrations.forEach(registration -> requireSafe(tokenUrl(tokenUrl, registration)));
        requireAllowed(serviceUrls, serviceUrl.replace("{tenant}", "tenant"));
    }

    /** The registration whose tokens name that audience. */
    public Optional<Registration> ofApp(String appId) {
        return registrations.stream().filter(r -> r.appId().equals(appId)).findFirst();
    }

    /** The registration that reaches the people of a tenant. */
    public Optional<Registration> serving(String tenant) {
        return registrations.stream().filter(r -> r.serves(tenant)).findFirst();
    }

    /** Where a registration gets its access tokens, its tenant filled in. */
    public URI tokenUrlOf(Registration registration) {
        return tokenUrl(tokenUrl, registration);
    }

    /** Where a tenant is reached from which nothing has come in yet. */
    public String serviceUrlOf(String tenant) {
        return serviceUrl.replace("{tenant}", tenant);
    }

    private static URI tokenUrl(String template, Registration registration) {
        return URI.create(template.replace("{tenant}", registration.tenantId()));
    }

    private static void requireEachOnce(List<Registration> registrations) {
        Set<String> seen = new HashSet<>();
        for (Registration registration : registrations) {
            if (!seen.add(registration.appId())) {
                throw new IllegalArgumentException(
                        "Expected each app once, but found %s twice".formatted(registration));
            }
            for (String tenant : registration.tenants()) {
                if (!seen.add("tenant " + tenant)) {
                    throw new IllegalArgumentException(
                            "Expected one registration for tenant %s, but found two".formatted(tenant));
                }
            }
        }
    }

    private static void requireAllowed(ServiceUrls allowed, String url) {
        if (!allowed.allows(url)) {
            throw new IllegalArgumentException(
                    "Expected the service URL to be one of those allowed, but found %s".formatted(url));
        }
    }

    private static void requireSafe(URI url) {
        String host = url.getHost();
        boolean loopback = host != null && "http".equals(url.getScheme()) && ServiceUrls.isLoopback(host);
        boolean safe = loopback || (host != null && "https".equals(url.getScheme()));
        if (!safe) {
            throw new IllegalArgumentException("Expected https, or http on loopback, but found %s".formatted(url));
        }
    }
}
