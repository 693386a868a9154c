package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.yaml.Patch;

/** The schema that editors use accepts every pack, and refuses what an editor can see. */
class PackSchemaTest {

    private final PackSchema schema = new PackSchema();

    static List<Path> packs() {
        return PackSchema.bundled();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void acceptsEveryPackThatComesWithTheBot(Path pack) {
        assertThat(schema.errors(PackSchema.text(pack))).isEmpty();
    }

    @Test
    void acceptsTheSmallPackOfTheTests() {
        assertThat(schema.errors(PackSchema.SMALL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "missing-partnership",
                "missing-when-late",
                "track-missing-ladder",
                "contact-for-danger-missing",
                "wrong-nation",
                "bad-month",
                "bad-time",
                "version-zero",
                "clock-unknown-unit",
                "clock-vague-days",
                "clock-agreed-alone",
                "clock-child-without-comma",
                "clock-local-in-the-middle",
                "duty-unknown-act",
                "duty-bots-own-act",
                "late-unknown",
                "level-misspelt",
                "outcome-half-a-condition",
                "outcome-unknown-flag",
                "stage-enter-misspelt",
                "track-open-to-somebody-else",
                "who-partnership-level",
                "yaml-text-for-list"
            })
    void refusesWhatAnEditorCanSee(String broken) {
        Patch patch = Patch.all("broken-packs").stream()
                .filter(p -> p.name().equals(broken))
                .findFirst()
                .orElseThrow();

        assertThat(schema.errors(patch.applyTo(PackSchema.SMALL))).isNotEmpty();
    }
}
