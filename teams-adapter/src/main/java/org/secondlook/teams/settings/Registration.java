package org.secondlook.teams.settings;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bot as it is registered with Microsoft: once for all agencies, or once in each agency's own tenant.
 *
 * @param appId the application id, which every token from Teams names as its audience
 * @param tenantId the tenant it is registered in, which issues its access tokens
 * @param secret the client secret; never printed
 * @param tenants the Microsoft 365 tenants whose people it serves
 */
public record Registration(String appId, String tenantId, String secret, Set<String> tenants) {

    public Registration {
        require(appId, "an app id");
        require(tenantId, "the tenant of app " + appId);
        require(secret, "a secret of app " + appId);
        if (tenants.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected app %s to serve a tenant, but it serves none".formatted(appId));
        }
        tenants.forEach(tenant -> require(tenant, "a tenant that app " + appId + " serves"));
        tenants = tenants.stream().map(Registration::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The usual one: registered in an agency's own tenant, for that agency alone. */
    public Registration(String appId, String tenantId, String secret) {
        this(appId, tenantId, secret, Set.of(tenantId));
    }

    /** Whether it serves the people of a tenant. */
    public boolean serves(String tenant) {
        return tenants.contains(plain(tenant));
    }

    @Override
    public String toString() {
        return "Registration[" + appId + "]";
    }

    /** Tenant ids are GUIDs, which differ in case from place to place. */
    private static String plain(String tenant) {
        return tenant.toLowerCase(Locale.ROOT);
    }

    private static void require(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Expected %s, but found none".formatted(what));
        }
    }
}
