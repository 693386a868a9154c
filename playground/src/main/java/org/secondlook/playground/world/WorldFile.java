package org.secondlook.playground.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a world: a file with the Slack app and the names of the files, in the same folder, that hold a partnership each. A
 * missing or unknown key is a fault that names the key, its file and the line where it was noticed.
 */
public final class WorldFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private WorldFile() {}

    /** The world as its own file gives it. */
    private record Contents(SlackApp slackApp, List<String> partnerships) {}

    /** Where the files of a world are. */
    private interface Folder {

        InputStream open(String file) throws IOException;
    }

    /** The world at this path, or the bundled one when the path is empty. */
    public static World read(String path) {
        if (path.isEmpty()) {
            return read(WorldFile::bundled, "world.yaml");
        }
        Path world = Path.of(path);
        return read(
                file -> Files.newInputStream(world.resolveSibling(file)),
                world.getFileName().toString());
    }

    private static World read(Folder folder, String file) {
        Contents world = read(folder, file, Contents.class);
        return new World(
                world.slackApp(),
                world.partnerships().stream()
                        .map(partnership -> read(folder, partnership, Partnership.class))
                        .toList());
    }

    private static <T> T read(Folder folder, String file, Class<T> type) {
        try (InputStream text = folder.open(file)) {
            return YAML.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a file of the world at " + file, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Expected %s to be of the world, but in line %d: %s"
                            .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        }
    }

    private static InputStream bundled(String file) {
        InputStream text = WorldFile.class.getResourceAsStream("/playground/" + file);
        if (text == null) {
            throw new IllegalStateException("Expected %s of the bundled world on the class path".formatted(file));
        }
        return text;
    }
}
