package org.secondlook.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.FreePort;
import org.secondlook.app.trial.wire.SlackPerson;
import org.secondlook.app.trial.wire.TeamsPerson;
import org.secondlook.app.trial.wire.WireSlack;
import org.secondlook.app.trial.wire.WireTeams;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.store.KeyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Without a playground: requests signed as Slack and as the Bot Connector sign them, and servers of our own behind. */
class StoriesOverTheWireIT extends Stories {

    private static final String APP = "11111111-0000-4000-8000-0000000000b0";
    private static final String TENANT = "11111111-0000-4000-8000-000000000001";
    private static final Map<String, String> CHANNELS =
            Map.of("health-visiting", "C0HEALTHVIS", "Assessment team", "19:playground-assessment-team@thread.tacv2");

    @TempDir
    private Path data;

    private final SettableClock clock = new SettableClock("2026-12-01T10:00");
    private final int port = FreePort.find();
    private final WireSlack slack = new WireSlack(bot("/slack/events"), "a-signing-secret");
    private final WireTeams teams = new WireTeams(bot("/api/messages"));
    private ConfigurableApplicationContext application;

    @BeforeEach
    void start() {
        KeyFile.create(data.resolve("keys.json"));
        SpringApplication start = new SpringApplication(SecondLookApplication.class);
        start.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(Clocks.class, () -> new Clocks(Clock.systemUTC(), clock), its -> its.setPrimary(true)));
        application = start.run(
                "--server.port=" + port,
                "--management.server.port=" + FreePort.find(),
                "--secondlook.data-dir=" + data,
                "--secondlook.key-file=" + data.resolve("keys.json"),
                "--secondlook.redis.server=bundled",
                "--secondlook.partnerships.northshire.name=Northshire Safeguarding Children Partnership",
                "--secondlook.partnerships.northshire.code=NS",
                "--secondlook.partnerships.northshire.protocol=bradford@1",
                "--secondlook.partnerships.northshire.directory=classpath:directories/northshire.yaml",
                "--secondlook.slack.signing-secret=a-signing-secret",
                "--secondlook.slack.api-base-url=" + slack.apiUrl(),
                "--secondlook.slack.workspaces[0].organisation=T0NSHIRENHS",
                "--secondlook.slack.workspaces[0].bot-token=xoxb-any",
                "--secondlook.teams.open-id-metadata-url=" + teams.openIdUrl(),
                "--secondlook.teams.token-url=" + teams.tokenUrl(),
                "--secondlook.teams.service-url-allow-list=" + teams.serviceUrl(),
                "--secondlook.teams.service-url=" + teams.serviceUrl(),
                "--secondlook.teams.registrations[0].app-id=" + APP,
                "--secondlook.teams.registrations[0].tenant-id=" + TENANT,
                "--secondlook.teams.registrations[0].secret=any");
    }

    @AfterEach
    void stop() {
        application.close();
        slack.close();
        teams.close();
    }

    @Override
    Chat slack(String person) {
        PlatformIdentity its = identity(person);
        return new SlackPerson(slack, its.organisation(), its.user(), CHANNELS);
    }

    @Override
    Chat teams(String person) {
        PlatformIdentity its = identity(person);
        return new TeamsPerson(teams, its.organisation(), APP, its.user(), CHANNELS);
    }

    @Override
    void show(String... people) {}

    @Override
    void letTimePass() {
        application
                .getBean(CaseStore.class)
                .nextDue(partnership().id())
                .filter(due -> due.isAfter(clock.instant()))
                .ifPresent(clock::set);
    }

    @Override
    LocalDate tuesday() {
        return LocalDate.of(2026, 12, 1);
    }

    @Override
    void picture(String name) {}

    private PlatformIdentity identity(String person) {
        return partnership()
                .directory()
                .person(new PersonId(person))
                .orElseThrow()
                .identities()
                .iterator()
                .next();
    }

    private Partnership partnership() {
        return application.getBean(Partnerships.class).all().iterator().next();
    }

    private URI bot(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
