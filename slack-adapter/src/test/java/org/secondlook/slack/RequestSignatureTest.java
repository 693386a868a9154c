package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSignatureTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final long NOW = 1_531_420_618L;

    private final RequestSignature signature =
            new RequestSignature(SECRET, Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
    private final Signer signer = new Signer(SECRET);

    /** From "Verifying requests from Slack", docs.slack.dev. */
    @Test
    void acceptsTheExampleOfSlacksDocumentation() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        assertThat(signature.isGood(
                        "1531420618",
                        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
                        bytes(body)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "Siân, Llŷr", "مرحبا", "😀", "{}\n", "{\r\n}", "a=*~-_.%20+"})
    void acceptsWhateverIsSigned(String body) {
        assertThat(signature.isGood(String.valueOf(NOW), signer.sign(NOW, body), bytes(body)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "-300,true", "301,false", "-301,false", "86400,false", "-86400,false"})
    void acceptsARequestForFiveMinutesBeforeAndAfterItsTime(long age, boolean good) {
        long then = NOW - age;

        assertThat(signature.isGood(String.valueOf(then), signer.sign(then, "a=b"), bytes("a=b")))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "now", "-1531420618", "1531420618.0", "99999999999999999999", " 1531420618", "١٥٣١٤٢٠٦١٨"})
    void refusesATimeThatIsNotOne(String timestamp) {
        String signed = signer.sign(String.valueOf(timestamp), bytes("a=b"));

        assertThat(signature.isGood(timestamp, signed, bytes("a=b"))).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "v0=", "v0", "v1=00", "v0=zz", "😀"})
    void refusesASignatureThatIsNotOne(String signed) {
        assertThat(signature.isGood(String.valueOf(NOW), signed, bytes("a=b"))).isFalse();
    }

    @Test
    void acceptsNoneOfTenThousandChangedRequests() {
        Random random = new Random(20261201);
        int accepted = 0;
        for (int n = 0; n < 10_000; n++) {
            byte[] body = bytes("payload=%7B%22type%22%3A%22block_actions%22%2C%22n%22%3A" + n + "%7D");
            byte[] time = bytes(String.valueOf(NOW));
            byte[] signed = bytes(signer.sign(String.valueOf(NOW), body));
            byte[] changed = random.nextInt(3) == 0 ? body : random.nextBoolean() ? time : signed;
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
            if (signature.isGood(text(time), text(signed), body)) {
                accepted++;
            }
        }
        assertThat(accepted).isZero();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
