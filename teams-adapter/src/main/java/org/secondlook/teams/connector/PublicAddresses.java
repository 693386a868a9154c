package org.secondlook.teams.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.secondlook.teams.settings.ServiceUrls;

/**
 * Looks up the hosts of Teams, and takes none for it that has an address inside a network: a name that was redirected
 * must not lead our token there. Other hosts that are looked up are proxies of the operator's own.
 */
final class PublicAddresses implements Dns {

    private static final int HTTPS = 443;

    private final ServiceUrls allowed;
    private final Dns names;

    PublicAddresses(ServiceUrls allowed, Dns names) {
        this.allowed = allowed;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> found = names.lookup(host);
        if (!allowed.allows("https", host, HTTPS)) {
            return found;
        }
        List<InetAddress> open =
                found.stream().filter(PublicAddresses::isPublic).toList();
        if (open.isEmpty()) {
            throw new UnknownHostException("Expected a public address of %s, but found none".formatted(host));
        }
        return open;
    }

    private static boolean isPublic(InetAddress address) {
        boolean inside = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address.getAddress());
        return !inside;
    }

    /** fc00::/7, which Java does not count as site-local. */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
