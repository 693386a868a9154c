package org.secondlook.teams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlsTest {

    private final ServiceUrls documented = new ServiceUrls(ServiceUrls.DOCUMENTED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net",
                "https://smba.trafficmanager.net/uk/",
                "https://smba.trafficmanager.net/emea/11111111-0000-4000-8000-000000000001/",
                "https://SMBA.TrafficManager.net/amer/",
                "https://smba.onyx.prod.teams.trafficmanager.net/amer/",
                "https://smba.infra.gcc.teams.microsoft.com/gcc"
            })
    void allowsThoseOfTeams(String url) {
        assertThat(documented.allows(url)).isTrue();
    }

    @Test
    void refusesTwoHundredHostileOnes() {
        List<String> hostile = HostileServiceUrls.all();

        assertThat(hostile).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
        assertThat(hostile).noneMatch(documented::allows);
    }

    @Test
    void refusesThemWhereLoopbackIsListedToo() {
        ServiceUrls tryingOut = new ServiceUrls(List.of("https://smba.trafficmanager.net", "http://127.0.0.1:18090"));

        assertThat(HostileServiceUrls.all()).noneMatch(tryingOut::allows);
        assertThat(tryingOut.allows("http://127.0.0.1:18090/teams/connector/tenant-1/"))
                .isTrue();
        assertThat(tryingOut.includesLoopback()).isTrue();
        assertThat(documented.includesLoopback()).isFalse();
    }

    @Test
    void knowsWhereATokenMayGo() {
        assertThat(documented.allows("https", "smba.trafficmanager.net", 443)).isTrue();
        assertThat(documented.allows("http", "smba.trafficmanager.net", 80)).isFalse();
        assertThat(documented.allows("https", "smba.trafficmanager.net", 8443)).isFalse();
        assertThat(documented.allows("https", "evil.example", 443)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "smba.trafficmanager.net",
                "http://smba.trafficmanager.net",
                "https://smba.trafficmanager.net:8443",
                "https://192.168.0.1",
                "https://127.0.0.1",
                "https://localhost",
                "https://*.trafficmanager.net",
                "http://192.168.0.1:8090",
                "http://0.0.0.0:8090",
                "https://user@smba.trafficmanager.net"
            })
    void takesOnlyDomainsOverHttpsAndLoopbackIntoTheList(String entry) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceUrls(List.of(entry)));
    }

    @Test
    void wantsSomethingInTheList() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceUrls(List.of()));
    }
}
