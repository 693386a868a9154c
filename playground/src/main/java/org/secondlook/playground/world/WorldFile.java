package org.secondlook.playground.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a world; a missing or unknown key is a fault that names its line. */
public final class WorldFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private WorldFile() {}

    /** The world at this path, or Northshire when the path is empty. */
    public static World read(String path) {
        try (InputStream file = path.isEmpty() ? northshire() : Files.newInputStream(Path.of(path))) {
            return YAML.readValue(file, World.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected a world file at " + path, e);
        }
    }

    private static InputStream northshire() {
        InputStream file = WorldFile.class.getResourceAsStream("/playground/northshire.yaml");
        if (file == null) {
            throw new IllegalStateException("Expected the bundled world on the class path");
        }
        return file;
    }
}
