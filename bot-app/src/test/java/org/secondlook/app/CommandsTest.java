package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.SettableClock;

class CommandsTest {

    @TempDir
    private Path folder;

    private final Commands commands = new Commands(new SettableClock("2026-11-30T12:00"));

    static List<ProtocolId> packs() {
        return PackReader.BUNDLED;
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aSoundPackIsToldInPlainWordsWithAnExample(ProtocolId pack) throws IOException {
        Commands.Said said = check(pack + ".yaml", text(pack));

        assertThat(said.done()).isTrue();
        assertThat(said.lines())
                .contains("Nothing is wrong with " + pack + ".yaml.")
                .contains("An example: raised at 10am, Tuesday 1 December, and nobody does anything.");
    }

    @Test
    void everyFaultOfAPackIsNamedByItsLine() throws IOException {
        ProtocolId bradford = new ProtocolId("bradford", 1);
        Commands.Said said =
                check("bradford@1.yaml", text(bradford).replace("when-late: advance", "when-late: advnce"));

        assertThat(said.done()).isFalse();
        assertThat(said.lines().get(0)).isEqualTo("1 thing is wrong with bradford@1.yaml:");
        assertThat(said.lines().get(1)).contains("bradford@1.yaml:2", "advnce", "Did you mean 'advance'?");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBe() {
        Commands.Said said = commands.run(
                        "check-protocol", folder.resolve("none.yaml").toString())
                .orElseThrow();

        assertThat(said.done()).isFalse();
        assertThat(said.lines()).singleElement().asString().endsWith("none.yaml cannot be read.");
    }

    @Test
    void aKeyFileIsMadeOnce() {
        String file = folder.resolve("keys.json").toString();

        assertThat(commands.run("create-key-file", file).orElseThrow().done()).isTrue();
        Commands.Said again = commands.run("create-key-file", file).orElseThrow();
        assertThat(again.done()).isFalse();
        assertThat(again.lines()).singleElement().asString().contains("left as it is");
    }

    @Test
    void anythingElseStartsTheApplication() {
        assertThat(commands.run("--server.port=80")).isEmpty();
        assertThat(commands.run("--server.port=80", "--debug")).isEmpty();
    }

    private Commands.Said check(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return commands.run("check-protocol", file.toString()).orElseThrow();
    }

    private static String text(ProtocolId pack) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PackReader.class.getResourceAsStream("/protocols/" + pack + ".yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
