package org.secondlook.store.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondlook.store.StoreSetupException;
import redis.clients.jedis.HostAndPort;

/**
 * What the URL of a Redis says, in parts.
 *
 * @param hosts the server; or the Sentinels, or nodes of the cluster, by which the rest is found
 * @param primary the name under which the Sentinels know the primary; empty without Sentinels
 * @param database its number
 * @param user who signs in to the servers
 * @param atSentinels who signs in to the Sentinels
 */
record RedisUrl(
        Kind kind,
        boolean tls,
        List<HostAndPort> hosts,
        String primary,
        int database,
        Credentials user,
        Credentials atSentinels) {

    private static final Pattern SCHEME = Pattern.compile("(rediss?)(\\+sentinel|\\+cluster)?");
    private static final Pattern HOST = Pattern.compile("([^:]+):(\\d{1,5})");
    private static final Pattern DATABASE = Pattern.compile("\\d{0,5}");
    private static final String SENTINEL_USER = "sentinel-user";
    private static final String SENTINEL_PASSWORD = "sentinel-password";

    /** How many servers there are, and how they are found. */
    enum Kind {
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    /** A name and a password; either may be missing. */
    record Credentials(Optional<String> name, Optional<String> password) {

        /** Never the password: this may end in a log. */
        @Override
        public String toString() {
            return name.orElse("");
        }
    }

    /** @throws StoreSetupException with a sentence that does not repeat the URL, because a password may be in it */
    static RedisUrl parse(URI uri) {
        Matcher scheme = SCHEME.matcher(String.valueOf(uri.getScheme()));
        if (!scheme.matches() || uri.getRawAuthority() == null) {
            throw refused("found something else");
        }
        Kind kind = kind(scheme.group(2));
        String authority = uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        List<HostAndPort> hosts = hosts(authority.substring(at + 1));
        if (kind == Kind.SINGLE && hosts.size() > 1) {
            throw refused("found several hosts for one server");
        }
        List<String> path = path(kind, Optional.ofNullable(uri.getRawPath()).orElse(""));
        Map<String, String> query = query(kind, uri.getRawQuery());
        return new RedisUrl(
                kind,
                scheme.group(1).equals("rediss"),
                hosts,
                path.get(0),
                path.get(1).isEmpty() ? 0 : Integer.parseInt(path.get(1)),
                credentials(authority.substring(0, Math.max(at, 0))),
                new Credentials(
                        Optional.ofNullable(query.get(SENTINEL_USER)),
                        Optional.ofNullable(query.get(SENTINEL_PASSWORD))));
    }

    private static Kind kind(@Nullable String suffix) {
        if (suffix == null) {
            return Kind.SINGLE;
        }
        return suffix.equals("+sentinel") ? Kind.SENTINEL : Kind.CLUSTER;
    }

    private static List<HostAndPort> hosts(String text) {
        List<HostAndPort> hosts = new ArrayList<>();
        for (String one : text.split(",", -1)) {
            Matcher host = HOST.matcher(one);
            if (!host.matches()) {
                throw refused("found a host without a name or a port");
            }
            hosts.add(new HostAndPort(host.group(1), Integer.parseInt(host.group(2))));
        }
        return hosts;
    }

    /** The name of the primary and the number of the database, either of which may be empty. */
    private static List<String> path(Kind kind, String text) {
        String[] parts = text.split("/", -1);
        String primary = kind == Kind.SENTINEL && parts.length > 1 ? parts[1] : "";
        if (kind == Kind.SENTINEL && primary.isEmpty()) {
            throw refused("found no name of the primary");
        }
        int known = kind == Kind.SENTINEL ? 2 : 1;
        String database = parts.length > known ? parts[known] : "";
        if (parts.length > known + 1 || !DATABASE.matcher(database).matches()) {
            throw refused("found a path that is not the number of a database");
        }
        if (kind == Kind.CLUSTER && !database.isEmpty()) {
            throw refused("found the number of a database, of which a cluster has none");
        }
        return List.of(decoded(primary), database);
    }

    private static Map<String, String> query(Kind kind, @Nullable String text) {
        Map<String, String> query = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                boolean known = Set.of(SENTINEL_USER, SENTINEL_PASSWORD).contains(parts[0]);
                if (kind != Kind.SENTINEL || !known || parts.length < 2) {
                    throw refused("found something after '?' other than sentinel-user and sentinel-password");
                }
                query.put(parts[0], decoded(parts[1]));
            }
        }
        return query;
    }

    private static Credentials credentials(String text) {
        String[] parts = text.split(":", 2);
        return new Credentials(
                Optional.of(decoded(parts[0])).filter(name -> !name.isEmpty()),
                parts.length < 2 ? Optional.empty() : Optional.of(decoded(parts[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static StoreSetupException refused(String found) {
        return new StoreSetupException(
                "Expected redis://user:password@host:port/database, redis+sentinel://user:password@host:port,host:port/name-of-the-primary/database?sentinel-user=...&sentinel-password=... or redis+cluster://user:password@host:port,host:port, each also as rediss (secondlook.redis.url), but %s"
                        .formatted(found));
    }

    /** Never the password: this may end in a log. */
    @Override
    public String toString() {
        String name = primary.isEmpty() ? "" : primary + " at ";
        return name + hosts.stream().map(HostAndPort::toString).collect(Collectors.joining(", "));
    }
}
