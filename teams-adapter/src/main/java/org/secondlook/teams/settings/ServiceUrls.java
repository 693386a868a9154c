package org.secondlook.teams.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The service URLs that may be stored, called, and given the bot's access token: exact origins, nothing else
 * (security.md T9). Loopback over http counts only where it is listed, for trying out.
 */
public final class ServiceUrls {

    /** The hosts of the worldwide cloud and of its government community, as Microsoft documents them. */
    public static final List<String> DOCUMENTED = List.of(
            "https://smba.trafficmanager.net",
            "https://smba.onyx.prod.teams.trafficmanager.net",
            "https://smba.infra.gcc.teams.microsoft.com");

    private static final int MOST_CHARACTERS = 300;

    /** What two parsers could read in two ways is not let in: plain ASCII, no user, no query, no escapes. */
    private static final Pattern PLAIN =
            Pattern.compile("(https?)://([a-z0-9.-]+)(?::([0-9]{1,5}))?(?:/[a-z0-9._~/-]*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Set<Origin> origins;

    /** @param allowed such as {@code https://smba.trafficmanager.net} or, to try out, {@code http://127.0.0.1:8090} */
    public ServiceUrls(List<String> allowed) {
        if (allowed.isEmpty()) {
            throw new IllegalArgumentException("Expected a service URL to be allowed, but found none");
        }
        this.origins = allowed.stream().map(ServiceUrls::checked).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a URL as it was received may be stored and called. */
    public boolean allows(String url) {
        return Origin.of(url).filter(origins::contains).isPresent();
    }

    /** Whether the access token may go to where a request is about to be sent. */
    public boolean allows(String scheme, String host, int port) {
        return origins.contains(new Origin(scheme, host, port));
    }

    /** Whether something other than Teams itself is listed. */
    public boolean includesLoopback() {
        return origins.stream().anyMatch(Origin::isLoopback);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    private static Origin checked(String entry) {
        return Origin.of(entry)
                .filter(origin -> origin.isLoopback() || origin.isPublic())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected https and a domain, or http on loopback, as a service URL, but found %s"
                                .formatted(entry)));
    }

    private record Origin(String scheme, String host, int port) {

        static Optional<Origin> of(String url) {
            Matcher plain = PLAIN.matcher(url);
            if (url.length() > MOST_CHARACTERS || !plain.matches()) {
                return Optional.empty();
            }
            String host = plain.group(2).toLowerCase(Locale.ROOT);
            String port = plain.group(3);
            if (plain.group(1).equalsIgnoreCase("https")) {
                return port == null ? Optional.of(new Origin("https", host, HTTPS)) : Optional.empty();
            }
            return Optional.of(new Origin("http", host, port == null ? HTTP : Integer.parseInt(port)));
        }

        boolean isLoopback() {
            return scheme.equals("http") && ServiceUrls.isLoopback(host);
        }

        boolean isPublic() {
            return scheme.equals("https")
                    && port == HTTPS
                    && DOMAIN.matcher(host).matches();
        }
    }
}
