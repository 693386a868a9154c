package org.secondlook.teams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsSettingsTest {

    private static final Registration COUNCIL = new Registration("app-1", "tenant-1", "secret-1");

    @Test
    void cannotBeMadeWithoutAnAppId() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Registration("", "tenant-1", "secret-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Registration(" ", "tenant-1", "secret-1"));
    }

    @Test
    void cannotBeMadeWithHalfARegistration() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Registration("app-1", "", "secret-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Registration("app-1", "tenant-1", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Registration("app-1", "tenant-1", "secret-1", Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Registration("app-1", "tenant-1", "secret-1", Set.of("")));
    }

    @Test
    void hasOneRegistrationForATenant() {
        Registration both = new Registration("app-2", "tenant-2", "secret-2", Set.of("tenant-2", "TENANT-1"));

        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(COUNCIL, both)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(COUNCIL, COUNCIL)));
    }

    @Test
    void findsRegistrationsByAppAndByTenant() {
        Registration trust = new Registration("app-2", "tenant-2", "secret-2", Set.of("tenant-2", "tenant-3"));
        TeamsSettings settings = settings(List.of(COUNCIL, trust));

        assertThat(settings.ofApp("app-2")).contains(trust);
        assertThat(settings.ofApp("app-3")).isEmpty();
        assertThat(settings.serving("TENANT-3")).contains(trust);
        assertThat(settings.serving("tenant-9")).isEmpty();
        assertThat(settings.tokenUrlOf(trust))
                .hasToString("https://login.microsoftonline.com/tenant-2/oauth2/v2.0/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example/keys", "ftp://login.example", "/keys", "http://127.0.0.2/keys"})
    void takesKeysAndTokensOverHttpsOnly(String url) {
        ServiceUrls urls = new ServiceUrls(ServiceUrls.DOCUMENTED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamsSettings(
                        List.of(COUNCIL),
                        URI.create(url),
                        TeamsSettings.TOKEN_URL,
                        urls,
                        TeamsSettings.SERVICE_URL,
                        TeamsSettings.Timeouts.DEFAULT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamsSettings(
                        List.of(COUNCIL),
                        TeamsSettings.OPEN_ID_METADATA,
                        url,
                        urls,
                        TeamsSettings.SERVICE_URL,
                        TeamsSettings.Timeouts.DEFAULT));
    }

    @Test
    void reachesNobodyByAServiceUrlThatIsNotAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TeamsSettings(
                        List.of(COUNCIL),
                        TeamsSettings.OPEN_ID_METADATA,
                        TeamsSettings.TOKEN_URL,
                        new ServiceUrls(ServiceUrls.DOCUMENTED),
                        "https://other.example.org/{tenant}/",
                        TeamsSettings.Timeouts.DEFAULT));
    }

    @Test
    void neverPrintsASecret() {
        assertThat(settings(List.of(COUNCIL)).toString()).doesNotContain("secret-1");
    }

    private static TeamsSettings settings(List<Registration> registrations) {
        return new TeamsSettings(
                registrations,
                TeamsSettings.OPEN_ID_METADATA,
                TeamsSettings.TOKEN_URL,
                new ServiceUrls(ServiceUrls.DOCUMENTED),
                TeamsSettings.SERVICE_URL,
                TeamsSettings.Timeouts.DEFAULT);
    }
}
