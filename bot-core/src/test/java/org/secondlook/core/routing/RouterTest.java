package org.secondlook.core.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.routing.Route.Reason;
import org.secondlook.core.routing.Router.Near;

class RouterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final AgencyId TOWN = new AgencyId("town");

    private static final Path DIRECTORIES = Path.of("src/main/resources/directories");

    private final Protocol bradford = protocol("bradford");

    @Test
    void goesThroughTheLineOfTheDecisionMaker() {
        Route route = router("").atLevel(near("worker-b", ""), Level.FIRST_LINE, Set.of());

        assertThat(route.post()).isEqualTo(new PostId("manager-b"));
        assertThat(route.reason()).isEqualTo(Reason.LINE);
    }

    @Test
    void goesToTheTeamWhereNobodyIsNamed() {
        Route route = router("").atLevel(near("", "team-a"), Level.FIRST_LINE, Set.of());

        assertThat(route.post()).isEqualTo(new PostId("manager-a"));
        assertThat(route.reason()).isEqualTo(Reason.TEAM);
    }

    @Test
    void goesToTheLeadWhereNeitherLineNorTeamIsKnown() {
        Route route = router("").atLevel(near("", ""), Level.FIRST_LINE, Set.of());

        assertThat(route.post()).isEqualTo(new PostId("lead"));
        assertThat(route.title()).isEqualTo("safeguarding lead");
    }

    @Test
    void goesALevelUpWhereThePersonIsPartOfTheCase() {
        Route route = router("")
                .atLevel(near("worker-b", ""), Level.FIRST_LINE, Set.of(new PersonId("bo"), new PersonId("lea")));

        assertThat(route.post()).isEqualTo(new PostId("service"));
        assertThat(route.reason()).isEqualTo(Reason.NEXT_LEVEL);
    }

    @Test
    void asksTheHolderThenTheCoverThenTheDeputyThenThePostAbove() {
        assertThat(acting("", "manager-b")).contains("bo HOLDER");
        assertThat(acting("away: [{ from: 2026-11-30, until: 2026-12-04, cover: ann }]", "manager-b"))
                .contains("ann COVER");
        assertThat(acting("away: [{ from: 2026-11-30, until: 2026-12-04 }]", "manager-b"))
                .contains("ann DEPUTY");
        assertThat(acting("away: [{ from: 2026-11-30, until: 2026-12-04 }]", "manager-c"))
                .contains("sue ABOVE");
    }

    @Test
    void fillsARoleWithThePostOfThePartnershipsOffice() {
        assertThat(sample("moorland", "northumberland").role("partners", List.of()))
                .map(Route::post)
                .contains(new PostId("business-manager"));
    }

    @Test
    void neverTakesAPartyForTheAgencyThatIsToBeNeither() throws IOException {
        String neutral = Files.readString(DIRECTORIES.resolve("tamarside.yaml"))
                .replace("fills: [operations manager]", "fills: [operations manager, neutral-agency]")
                .replace("fills: [chief nurse]", "fills: [chief nurse, neutral-agency]");
        Router router = new Router(
                protocol("pscp"),
                DirectoryReader.read("tamarside.yaml", neutral).directory(),
                TODAY);

        assertThat(router.role("neutral-agency", List.of(new AgencyId("trust"))))
                .map(Route::post)
                .contains(new PostId("youth-operations-manager"));
        assertThat(router.role("neutral-agency", List.of(new AgencyId("trust"), new AgencyId("youth-service"))))
                .isEmpty();
    }

    private static Router sample(String directory, String pack) {
        return new Router(
                protocol(pack),
                DirectoryReader.read(DIRECTORIES.resolve(directory + ".yaml")).directory(),
                TODAY);
    }

    private static Protocol protocol(String pack) {
        return PackReader.readBundled(new ProtocolId(pack, 1)).protocol();
    }

    private Optional<String> acting(String away, String post) {
        return router(away)
                .actingFor(new PostId(post))
                .map(acting -> acting.person().id() + " " + acting.as());
    }

    private static Near near(String post, String team) {
        return new Near(
                TOWN,
                post.isEmpty() ? Optional.empty() : Optional.of(new PostId(post)),
                team.isEmpty() ? Optional.empty() : Optional.of(new TeamId(team)));
    }

    private Router router(String bosAbsence) {
        String away = bosAbsence.isEmpty() ? "" : ", " + bosAbsence;
        Directory directory =
                DirectoryReader.read("town.yaml", """
                directory: town
                agencies:
                  - id: town
                    name: Town Council
                    short: the council
                    sector: social-care
                    lead: lead
                    teams:
                      - { id: team-a, name: Team A }
                      - { id: team-b, name: Team B }
                    posts:
                      - { id: worker-b, title: social worker, fills: [practitioner], team: team-b, reports-to: manager-b, checked: 2026-11-14, holders: [{ person: wim, from: 2024-01-01 }] }
                      - { id: manager-a, title: team manager, fills: [line manager], team: team-a, reports-to: service, checked: 2026-11-14, holders: [{ person: ann, from: 2024-01-01 }] }
                      - { id: manager-b, title: team manager, fills: [line manager], team: team-b, reports-to: service, deputy: manager-a, checked: 2026-11-14, holders: [{ person: bo, from: 2024-01-01 }] }
                      - { id: manager-c, title: team manager, fills: [line manager], reports-to: service, checked: 2026-11-14, holders: [{ person: bo, from: 2024-01-01 }] }
                      - { id: service, title: service manager, fills: [service manager], checked: 2026-11-14, holders: [{ person: sue, from: 2024-01-01 }] }
                      - { id: lead, title: safeguarding lead, fills: [safeguarding lead], checked: 2026-11-14, holders: [{ person: lea, from: 2024-01-01 }] }
                people:
                  - { id: wim, name: Wim, slack: [{ organisation: T, user: U1 }] }
                  - { id: ann, name: Ann, slack: [{ organisation: T, user: U2 }] }
                  - { id: bo, name: Bo, slack: [{ organisation: T, user: U3 }]%s }
                  - { id: sue, name: Sue, slack: [{ organisation: T, user: U4 }] }
                  - { id: lea, name: Lea, slack: [{ organisation: T, user: U5 }] }
                """.formatted(away)).directory();
        return new Router(bradford, directory, TODAY);
    }

    @Nested
    class WhereTwoCouncilsFillARole {

        private static final AgencyId CITY = new AgencyId("city-council");
        private static final AgencyId COUNTY = new AgencyId("county-council");
        private static final AgencyId TRUST = new AgencyId("trust");

        private final Router downshire = sample("downshire", "pan-sussex");

        @Test
        void takesTheOneThatIsAPartyToTheCase() {
            assertThat(reviewingHead(TRUST, COUNTY)).contains(new PostId("county-reviewing-head"));
            assertThat(reviewingHead(CITY, TRUST)).contains(new PostId("city-reviewing-head"));
        }

        @Test
        void takesTheFirstOfTheAgenciesWhereBothAreParties() {
            assertThat(reviewingHead(COUNTY, CITY)).contains(new PostId("county-reviewing-head"));
        }

        @Test
        void takesTheFirstOfTheDirectoryWhereNeitherIsAParty() {
            assertThat(reviewingHead(TRUST)).contains(new PostId("city-reviewing-head"));
        }

        private Optional<PostId> reviewingHead(AgencyId... parties) {
            return downshire.role("reviewing-head", List.of(parties)).map(Route::post);
        }
    }
}
