package org.secondlook.teams.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.teams.settings.ServiceUrls;

class PublicAddressesTest {

    private static final String TEAMS = "smba.trafficmanager.net";

    private final ServiceUrls allowed = new ServiceUrls(ServiceUrls.DOCUMENTED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254"
            })
    void aHostOfTeamsIsNeverInsideANetwork(String inside) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(inside);

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new PublicAddresses(allowed, host -> List.of(address)).lookup(TEAMS));
    }

    @Test
    void onlyItsPublicAddressesAreUsed() throws UnknownHostException {
        InetAddress open = InetAddress.getByName("52.112.0.1");
        InetAddress inside = InetAddress.getByName("10.0.0.1");

        assertThat(new PublicAddresses(allowed, host -> List.of(inside, open)).lookup(TEAMS))
                .containsExactly(open);
    }

    @Test
    void aProxyOfTheOperatorMayBeInside() throws UnknownHostException {
        InetAddress inside = InetAddress.getByName("10.0.0.1");

        assertThat(new PublicAddresses(allowed, host -> List.of(inside)).lookup("proxy.council.example"))
                .containsExactly(inside);
    }
}
