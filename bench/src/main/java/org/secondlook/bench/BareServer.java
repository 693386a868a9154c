package org.secondlook.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that a turn of Slack's can cost on this stack: the signature is checked, the JSON is parsed, one record is
 * read, and one script writes as much as a turn does. There is no engine, no encryption and nothing to show.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareServer {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BareServer.class, arguments);
    }

    @Bean
    ServletRegistrationBean<HttpServlet> bareServlet(
            @Value("${bare.redis}") URI redis,
            @Value("${bare.secret}") String secret,
            @Value("${bare.record}") int record,
            @Value("${bare.turn}") int turn) {
        return new ServletRegistrationBean<>(new Bare(new BareTurn(redis, record, turn), secret), Slack.PATH);
    }

    private static final class Bare extends HttpServlet {

        private static final Duration TOLERANCE = Duration.ofMinutes(5);

        private final transient BareTurn turn;
        private final transient SecretKeySpec key;

        Bare(BareTurn turn, String secret) {
            this.turn = turn;
            this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            if (!isGood(request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            String form = new String(body, StandardCharsets.UTF_8);
            JsonNode payload = JsonMapper.shared()
                    .readTree(URLDecoder.decode(form.substring("payload=".length()), StandardCharsets.UTF_8));
            turn.take(
                    payload.at("/user/id").stringValue(),
                    payload.path("trigger_id").stringValue());
            response.setContentType("application/json; charset=utf-8");
            response.getOutputStream().write(key("{\"response_action\":\"clear\"}"));
        }

        private static byte[] key(String name) {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        private boolean isGood(String timestamp, String signature, byte[] body) {
            if (timestamp == null || signature == null) {
                return false;
            }
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                mac.update(key("v0:" + timestamp + ":"));
                byte[] expected = key("v0=" + HexFormat.of().formatHex(mac.doFinal(body)));
                Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now());
                return MessageDigest.isEqual(expected, key(signature))
                        && age.abs().compareTo(TOLERANCE) <= 0;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
