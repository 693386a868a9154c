package org.secondlook.app.trial.wire;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.secondlook.app.trial.Chat;
import org.secondlook.app.trial.FreePort;
import org.secondlook.app.trial.Northshire;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;

/** A Slack and a Teams around a bot that serves Northshire, and the settings with which it finds them. */
public final class WireWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SECRET = "a-signing-secret";
    private static final String APP = "11111111-0000-4000-8000-0000000000b0";
    private static final String TENANT = "11111111-0000-4000-8000-000000000001";
    private static final Map<String, String> CHANNELS =
            Map.of("health-visiting", "C0HEALTHVIS", "Assessment team", "19:playground-assessment-team@thread.tacv2");

    private final int port = FreePort.find();
    private final WireSlack slack = new WireSlack(bot("/slack/events"), SECRET);
    private final WireTeams teams = new WireTeams(bot("/api/messages"));

    /**
     * Settings of an application, as arguments.
     *
     * @param more beside those that it needs, or in their place
     */
    public List<String> settings(Path data, Path keyFile, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        Stream.concat(needed(data, keyFile), Stream.of(more))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Stream<String> needed(Path data, Path keyFile) {
        return Stream.of(
                "--server.port=" + port,
                "--management.server.port=" + FreePort.find(),
                "--secondlook.data-dir=" + data,
                "--secondlook.key-file=" + keyFile,
                "--secondlook.redis.server=bundled",
                "--secondlook.partnerships.northshire.name=Northshire Safeguarding Children Partnership",
                "--secondlook.partnerships.northshire.code=NS",
                "--secondlook.partnerships.northshire.protocol=bradford@1",
                "--secondlook.partnerships.northshire.directory=classpath:directories/northshire.yaml",
                "--secondlook.slack.signing-secret=" + SECRET,
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

    /** Somebody of the sample directory, on their platform. */
    public Chat person(String name) {
        return chat(name);
    }

    /** What each message in somebody's chat with the bot says. */
    public List<String> messagesOf(String name) {
        return chat(name).texts();
    }

    /** Waits until a condition holds. */
    public void await(String what, BooleanSupplier condition) {
        if (!slack.signal.comesTrue(PATIENCE, condition)) {
            throw new AssertionError("Expected " + what);
        }
    }

    private WireChat chat(String name) {
        PlatformIdentity its = Northshire.identity(name);
        return its.platform() == Platform.SLACK
                ? new SlackPerson(slack, its.organisation(), its.user(), CHANNELS)
                : new TeamsPerson(teams, its.organisation(), APP, its.user(), CHANNELS);
    }

    private URI bot(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        slack.close();
        teams.close();
    }
}
