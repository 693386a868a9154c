package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The manifest from which administrators make the Slack app asks for what the adapter uses, and for nothing else. */
class ManifestTest {

    private static final Path MANIFEST = Path.of("../manifests/slack/manifest.yaml");
    private static final Path CALLS = Path.of("src/main/java/org/secondlook/slack/WebApi.java");
    private static final Path LISTENERS = Path.of("src/main/java/org/secondlook/slack/Listeners.java");

    /** Slack's own schema (slackapi/manifest-schema, MIT). */
    private static final String SCHEMA = "/slack-manifest.schema.2.0.0.json";

    private static final String NONE = "";

    /** The scope of each method, as Slack documents them; we ask about private channels only. */
    private static final Map<String, String> SCOPE_OF_METHOD = Map.of(
            "views.open",
            NONE,
            "views.push",
            NONE,
            "views.update",
            NONE,
            "views.publish",
            NONE,
            "chat.postMessage",
            "chat:write",
            "chat.postEphemeral",
            "chat:write",
            "chat.update",
            "chat:write",
            "conversations.info",
            "groups:read",
            "conversations.open",
            "im:write",
            "conversations.history",
            "im:history");

    /** The events that are listened to, with the scope of each. */
    private static final Map<String, String> SCOPE_OF_EVENT = Map.of(
            AppHomeOpenedEvent.TYPE_NAME,
            NONE,
            AppMentionEvent.TYPE_NAME,
            "app_mentions:read",
            MessageEvent.TYPE_NAME + ".im",
            "im:history");

    private final JsonNode manifest = YAMLMapper.shared().readTree(text(MANIFEST));

    @Test
    void keepsToTheSchemaOfSlack() {
        assertThat(faults(manifest)).isEmpty();
    }

    @Test
    void isCheckedByASchemaThatFindsFaults() {
        ObjectNode broken = (ObjectNode) manifest.deepCopy();
        ((ObjectNode) broken.get("display_information")).put("name", "n".repeat(36));
        ((ObjectNode) broken.get("settings")).put("socket_mode", true);

        assertThat(faults(broken)).hasSize(2);
    }

    @Test
    void offersTheCommandAndTheShortcutThatAreAnswered() {
        assertThat(texts("/features/slash_commands", "command")).containsExactly(Acts.COMMAND);
        assertThat(texts("/features/shortcuts", "callback_id")).containsExactly(Acts.SHORTCUT);
        assertThat(texts("/features/shortcuts", "type")).containsExactly("global");
    }

    @Test
    void subscribesToTheEventsThatAreListenedTo() {
        assertThat(texts("/settings/event_subscriptions/bot_events")).containsExactlyInAnyOrderElementsOf(events());
        assertThat(found("app\\.event\\((\\w+)\\.class", LISTENERS))
                .containsExactlyInAnyOrder("AppHomeOpenedEvent", "AppMentionEvent", "MessageEvent");
    }

    @Test
    void asksForTheScopesOfItsCallsAndEventsOnly() {
        Set<String> calls = found("call\\(\\s*\"([a-zA-Z.]+)\"", CALLS);
        Set<String> needed = Stream.of(
                        Stream.of("commands"),
                        calls.stream().map(SCOPE_OF_METHOD::get),
                        events().stream().map(SCOPE_OF_EVENT::get))
                .flatMap(scopes -> scopes)
                .filter(scope -> !NONE.equals(scope))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(calls).isEqualTo(SCOPE_OF_METHOD.keySet());
        assertThat(texts("/oauth_config/scopes/bot")).containsExactlyElementsOf(needed);
        assertThat(manifest.at("/oauth_config/scopes").propertyNames()).containsExactly("bot");
    }

    @Test
    void sendsEverythingToTheOneAddress() {
        assertThat(Stream.of(
                        "/features/slash_commands/0/url",
                        "/settings/event_subscriptions/request_url",
                        "/settings/interactivity/request_url"))
                .allSatisfy(pointer -> assertThat(manifest.at(pointer).asString())
                        .isEqualTo("https://second-look.example.org" + SlackAdapter.PATH));
    }

    @Test
    void letsPeopleWriteToTheBotAndPressItsButtons() {
        assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/features/app_home/messages_tab_read_only_enabled")
                        .asBoolean())
                .isFalse();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
    }

    /** It has neither a socket nor a way to renew a token. */
    @Test
    void turnsOffWhatTheAdapterCannotDo() {
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
        assertThat(manifest.at("/settings/token_rotation_enabled").asBoolean()).isFalse();
    }

    private static Set<String> events() {
        return SCOPE_OF_EVENT.keySet();
    }

    private static List<String> faults(JsonNode manifest) {
        try (InputStream schema = Objects.requireNonNull(ManifestTest.class.getResourceAsStream(SCHEMA))) {
            Schema parsed = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(schema));
            return parsed.validate(manifest).stream().map(Error::toString).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> texts(String list) {
        return manifest.at(list).valueStream().map(JsonNode::asString).toList();
    }

    private List<String> texts(String list, String key) {
        return manifest.at(list)
                .valueStream()
                .map(item -> item.path(key).asString())
                .toList();
    }

    private static Set<String> found(String pattern, Path source) {
        return Pattern.compile(pattern)
                .matcher(text(source))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
