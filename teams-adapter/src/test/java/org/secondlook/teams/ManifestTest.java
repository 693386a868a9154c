package org.secondlook.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What goes into the zip that administrators upload to Teams is what Teams takes, and what the adapter can do. */
class ManifestTest {

    private static final Path FOLDER = Path.of("../manifests/teams");

    /** Microsoft's own schema ({@code @microsoft/app-manifest}, MIT). */
    private static final String SCHEMA = "/teams-manifest.schema.1.25.json";

    private static final int TRANSPARENT = 0;
    private static final int WHITE = 0xffffff;

    private final JsonNode manifest = JsonMapper.shared().readTree(FOLDER.resolve("manifest.json"));
    private final JsonNode bot = manifest.at("/bots/0");

    @Test
    void keepsToTheSchemaOfTeams() {
        assertThat(faults(manifest)).isEmpty();
    }

    @Test
    void isCheckedByASchemaThatFindsFaults() {
        ObjectNode broken = (ObjectNode) manifest.deepCopy();
        ((ObjectNode) broken.get("description")).put("short", "s".repeat(81));
        broken.put("manifestVersion", "1.24");
        broken.put("tabs", true);

        assertThat(faults(broken)).hasSize(3);
    }

    @Test
    void leavesItsIdsToTheAdministrator() {
        String nobody = "00000000-0000-0000-0000-000000000000";

        assertThat(manifest.path("id").asString()).isEqualTo(nobody);
        assertThat(bot.path("botId").asString()).isEqualTo(nobody);
    }

    @Test
    void isForAChatWithOnePersonAndForTeams() {
        assertThat(texts(bot.path("scopes"))).containsExactly("personal", "team");
        assertThat(manifest.path("defaultInstallScope").asString()).isEqualTo("personal");
    }

    /** In a channel a mention is always answered by what the bot is, whatever the word. */
    @Test
    void offersWordsOnlyWhereTheyAreRead() {
        assertThat(bot.path("commandLists").valueStream().flatMap(list -> texts(list.path("scopes")).stream()))
                .containsExactly("personal");
    }

    @Test
    void asksForNothingThatTheAdapterDoesNotUse() {
        assertThat(Stream.of("supportsFiles", "supportsCalling", "supportsVideo", "isNotificationOnly"))
                .allSatisfy(ability -> assertThat(bot.path(ability).asBoolean()).isFalse());
        assertThat(manifest.propertyNames())
                .doesNotContain("permissions", "devicePermissions", "webApplicationInfo", "authorization");
        assertThat(manifest.path("validDomains")).isEmpty();
    }

    @Test
    void hasAColourIconOfTheSizeThatTeamsTakes() throws IOException {
        BufferedImage icon = icon("color");

        assertThat(icon.getWidth()).isEqualTo(192);
        assertThat(icon.getHeight()).isEqualTo(192);
    }

    @Test
    void hasAnOutlineInWhiteOnNothing() throws IOException {
        BufferedImage icon = icon("outline");
        int[] dots = icon.getRGB(0, 0, icon.getWidth(), icon.getHeight(), null, 0, icon.getWidth());

        assertThat(icon.getWidth()).isEqualTo(32);
        assertThat(icon.getHeight()).isEqualTo(32);
        assertThat(IntStream.of(dots).filter(dot -> alpha(dot) == TRANSPARENT).count())
                .isPositive();
        assertThat(IntStream.of(dots).filter(dot -> alpha(dot) != TRANSPARENT)).allMatch(dot -> (dot & WHITE) == WHITE);
    }

    private static int alpha(int dot) {
        return dot >>> 24;
    }

    private BufferedImage icon(String kind) throws IOException {
        Path file = FOLDER.resolve(manifest.path("icons").path(kind).asString());
        try (InputStream png = Files.newInputStream(file)) {
            return Objects.requireNonNull(ImageIO.read(png));
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> faults(JsonNode manifest) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
                .getSchema(schema())
                .validate(manifest)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /**
     * The schema names itself as draft 4, but relies on a keyword of draft 6. And one of its patterns, for something that
     * we do not use, has an escape that Java does not know.
     */
    private static JsonNode schema() {
        try (InputStream in = Objects.requireNonNull(ManifestTest.class.getResourceAsStream(SCHEMA))) {
            String readable = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\\\\b", "\\\\u0008");
            ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(readable);
            schema.remove("$schema");
            return schema;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
