package org.secondlook.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.store.StoreSetupException;
import org.secondlook.store.server.ServerSettings.Source;

class ServerProgramTest {

    @TempDir
    private Path folder;

    private static ServerProgram onThisSystem(String path) {
        return new ServerProgram(path, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    private Path program(String name) throws IOException {
        Path program = folder.resolve(name);
        Files.createDirectories(program.resolveSibling("."));
        Files.createFile(program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return program;
    }

    @Test
    void isTheSystemsWhereThereIsOne() throws IOException {
        Path valkey = program("b/valkey-server");
        String path = folder.resolve("a") + File.pathSeparator + folder.resolve("b");

        assertThat(onThisSystem(path).find(Source.AUTO, folder)).isEqualTo(valkey);
        assertThat(onThisSystem(path).find(Source.PATH, folder)).isEqualTo(valkey);

        Path redis = program("b/redis-server");
        assertThat(onThisSystem(path).find(Source.AUTO, folder)).isEqualTo(redis);
    }

    @Test
    void isTheBundledOneOtherwise() {
        Path bundled = onThisSystem("").find(Source.AUTO, folder);

        assertThat(bundled).isExecutable().hasParent(folder);
        assertThat(onThisSystem("").find(Source.BUNDLED, folder)).isEqualTo(bundled);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void mustBeTheSystemsWhereThatIsAskedFor() {
        assertThatThrownBy(() -> onThisSystem("").find(Source.PATH, folder))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("secondlook.redis.server=path");
    }

    @ParameterizedTest
    @CsvSource({"Linux,amd64", "Linux,aarch64", "Linux,i386", "Mac OS X,x86_64", "Mac OS X,aarch64"})
    void isBundledForTheUsualSystems(String system, String processor) {
        assertThat(new ServerProgram("", system, processor).find(Source.BUNDLED, folder))
                .isExecutable();
    }

    @ParameterizedTest
    @CsvSource({"Windows 11,amd64,WSL 2", "Linux,riscv64,Install redis-server"})
    void isAskedForWhereNoneIsBundled(String system, String processor, String advice) {
        assertThatThrownBy(() -> new ServerProgram("", system, processor).find(Source.AUTO, folder))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining(advice)
                .hasMessageContaining("secondlook.redis.url");
    }
}
