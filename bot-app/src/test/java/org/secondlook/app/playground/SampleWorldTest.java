package org.secondlook.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.secondlook.app.PartnershipFiles;
import org.secondlook.app.SecondLookProperties;
import org.secondlook.app.SecondLookProperties.Slack;
import org.secondlook.app.SecondLookProperties.Teams;
import org.secondlook.core.directory.Channel;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.playground.world.Partnership;
import org.secondlook.playground.world.SlackWorkspace;
import org.secondlook.playground.world.TeamsTenant;
import org.secondlook.playground.world.World;
import org.secondlook.playground.world.WorldFile;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The settings of the playground, the sample directories and the sample world tell of the same people and places. */
class SampleWorldTest {

    private final SecondLookProperties settings = settings();
    private final World world = WorldFile.read("");
    private final PartnershipFiles served = new PartnershipFiles(settings, new SettableClock("2026-12-01T10:00"));

    /** Somebody on a platform. */
    private record Account(String person, String name, PlatformIdentity identity) {}

    @Test
    void offersEachPartnershipThatIsServed() {
        assertThat(settings.partnerships())
                .containsOnlyKeys("northshire", "moorland", "tamarside", "downshire", "colnevale");
        assertThat(world.partnerships())
                .extracting(Partnership::id)
                .containsExactlyElementsOf(settings.partnerships().keySet());
    }

    @Test
    void servesAnotherPackInEach() {
        assertThat(served.all())
                .extracting(partnership -> partnership.current().toString())
                .containsExactlyInAnyOrder("bradford@1", "northumberland@1", "pscp@1", "pan-sussex@1", "kirklees@1");
        assertThat(served.all()).extracting(partnership -> partnership.code()).doesNotHaveDuplicates();
    }

    @Test
    void hasTheSamePeopleInTheWorldAsInTheDirectory() {
        for (Partnership offered : world.partnerships()) {
            assertThat(accounts(offered))
                    .as(offered.id())
                    .containsExactlyInAnyOrderElementsOf(accounts(directoryOf(offered)));
        }
    }

    @Test
    void hasAPlaceForEveryChannelOfATeam() {
        for (Partnership offered : world.partnerships()) {
            assertThat(places(offered)).as(offered.id()).containsAll(channels(directoryOf(offered)));
        }
    }

    @Test
    void knowsTheSecretOfEveryWorkspaceAndTenant() {
        assertThat(settings.slack().signingSecret()).isEqualTo(world.slackApp().signingSecret());
        assertThat(settings.slack().workspaces())
                .containsExactlyInAnyOrderElementsOf(world.slackWorkspaces().stream()
                        .map(workspace -> new Slack.Workspace(
                                workspace.id(), workspace.bot().token()))
                        .toList());
        assertThat(settings.teams().registrations())
                .containsExactlyInAnyOrderElementsOf(world.teamsTenants().stream()
                        .map(tenant -> new Teams.Registration(
                                tenant.bot().appId(), tenant.id(), tenant.bot().appSecret(), List.of()))
                        .toList());
    }

    private Directory directoryOf(Partnership offered) {
        return served.find(new PartnershipId(offered.id())).orElseThrow().directory();
    }

    private static List<Account> accounts(Directory directory) {
        return directory.people().stream()
                .flatMap(person -> person.identities().stream()
                        .map(identity -> new Account(person.id().value(), person.name(), identity)))
                .toList();
    }

    private static List<Account> accounts(Partnership offered) {
        return Stream.concat(
                        offered.slackWorkspaces().stream().flatMap(SampleWorldTest::accounts),
                        offered.teamsTenants().stream().flatMap(SampleWorldTest::accounts))
                .toList();
    }

    private static Stream<Account> accounts(SlackWorkspace workspace) {
        return workspace.users().stream()
                .map(user -> new Account(
                        user.handle(), user.name(), new PlatformIdentity(Platform.SLACK, workspace.id(), user.id())));
    }

    private static Stream<Account> accounts(TeamsTenant tenant) {
        return tenant.users().stream()
                .map(user -> new Account(
                        user.handle(),
                        user.name(),
                        new PlatformIdentity(Platform.TEAMS, tenant.id(), user.aadObjectId())));
    }

    private static List<Channel> channels(Directory directory) {
        return directory.agencies().stream()
                .flatMap(agency -> directory.teamsOf(agency.id()).stream())
                .flatMap(team -> team.channel().stream())
                .toList();
    }

    /** The channels where the bot may write. */
    private static List<Channel> places(Partnership offered) {
        Stream<Channel> slack = offered.slackWorkspaces().stream()
                .flatMap(workspace -> workspace.channels().stream()
                        .filter(channel -> channel.isPrivate() && channel.withApp())
                        .map(channel -> new Channel(Platform.SLACK, workspace.id(), channel.id())));
        Stream<Channel> teams = offered.teamsTenants().stream()
                .flatMap(tenant -> tenant.teams().stream()
                        .flatMap(team -> team.channels().stream())
                        .map(channel -> new Channel(Platform.TEAMS, tenant.id(), channel.id())));
        return Stream.concat(slack, teams).toList();
    }

    private static SecondLookProperties settings() {
        try {
            StandardEnvironment environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("playground", new ClassPathResource("application-playground.yml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("secondlook", SecondLookProperties.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
