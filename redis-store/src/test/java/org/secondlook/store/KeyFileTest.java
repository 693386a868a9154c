package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.conversation.ButtonSealer;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeWhereThatIsWantedAndReadByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("new/keys.json");
        String sealed = KeyFile.openOrCreate(file).buttons().seal("plain");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("new").toFile().list()).containsExactly("keys.json");
        assertThat(KeyFile.openOrCreate(file).buttons().open(sealed)).contains("plain");
        assertThat(KeyFile.open(file).buttons().open(sealed)).contains("plain");
    }

    @Test
    void mustBeThereWhereItIsNotMade() {
        assertThatThrownBy(() -> KeyFile.open(folder.resolve("keys.json")))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("secondlook.key-file");
    }

    @Test
    void isNeverMadeOverAnother() {
        Path file = folder.resolve("keys.json");
        KeyFile.create(file);
        String sealed = KeyFile.open(file).buttons().seal("plain");

        assertThatThrownBy(() -> KeyFile.create(file))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("left as it is");
        assertThat(KeyFile.open(file).buttons().open(sealed)).contains("plain");
    }

    @Test
    void isOneHoweverManyMakeItAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                Path file = folder.resolve("keys-" + round + ".json");
                CyclicBarrier together = new CyclicBarrier(8);
                Callable<String> makes = () -> {
                    together.await();
                    return KeyFile.openOrCreate(file).buttons().seal("plain");
                };
                for (Future<String> sealed : threads.invokeAll(Collections.nCopies(8, makes))) {
                    assertThat(KeyFile.open(file).buttons().open(sealed.get())).contains("plain");
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void mustBeAKeyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "{}");

        assertThatThrownBy(() -> KeyFile.openOrCreate(file))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("secondlook.key-file");
    }

    @Test
    void opensNoButtonThatWasNotSealedHere() {
        KeyFile keys = KeyFile.openOrCreate(folder.resolve("keys.json"));
        ButtonSealer buttons = keys.buttons();
        String sealed = buttons.seal("northshire|send");

        assertThat(buttons.open(sealed)).contains("northshire|send");
        for (String other : new String[] {
            "",
            "plain",
            "a+b/c=",
            sealed + "A",
            sealed.substring(1),
            sealed.substring(0, sealed.length() - 2),
            KeyFile.openOrCreate(folder.resolve("others.json")).buttons().seal("northshire|send"),
            keys.seals().seal(new byte[] {1}, "another place"),
        }) {
            assertThat(buttons.open(other)).as(other).isEmpty();
        }
    }

    @Test
    void sealsButtonsInFewCharactersThatAreSafeInAUrl() {
        String sealed =
                KeyFile.openOrCreate(folder.resolve("keys.json")).buttons().seal("x".repeat(600));

        assertThat(sealed).matches("[A-Za-z0-9_-]+").hasSizeLessThan(1_000);
    }
}
