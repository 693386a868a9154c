package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The SDK's own check of signatures fails for every name with an accent where the machine speaks ASCII only. */
class PosixLocaleTest {

    private static final String BODY = "{\"text\":\"Siân\"}";
    private static final long NOW = 1_764_583_200L;

    @Test
    void acceptsEveryLanguageOnAMachineThatSpeaksAsciiOnly() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PosixLocaleTest.class.getName()));
        java.environment().put("LC_ALL", "POSIX");
        java.environment().remove("JAVA_TOOL_OPTIONS");
        java.redirectErrorStream(true);

        Process process = java.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("ascii good");
    }

    /** Runs in a process of its own. */
    public static void main(String[] args) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        RequestSignature signature =
                new RequestSignature("secret", Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
        boolean good =
                signature.isGood(String.valueOf(NOW), new Signer("secret").sign(String.valueOf(NOW), body), body);
        boolean ascii = !Charset.defaultCharset().newEncoder().canEncode('â');
        System.out.println((ascii ? "ascii" : "not ascii") + (good ? " good" : " bad"));
    }
}
