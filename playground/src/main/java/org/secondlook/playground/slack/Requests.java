package org.secondlook.playground.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.bot.Bot;
import tools.jackson.databind.node.ObjectNode;

/** Slack's signed requests to the bot, which has three seconds to answer each. */
final class Requests {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Bot bot;
    private final String signingSecret;
    private final Clock clock;

    Requests(Bot bot, String signingSecret, Clock clock) {
        this.bot = bot;
        this.signingSecret = signingSecret;
        this.clock = clock;
    }

    Answer command(Map<String, String> form) {
        return post("application/x-www-form-urlencoded", encoded(form), Map.of());
    }

    Answer interaction(ObjectNode payload) {
        return command(Map.of("payload", payload.toString()));
    }

    Answer event(ObjectNode envelope, Map<String, String> retryHeaders) {
        return post("application/json", envelope.toString(), retryHeaders);
    }

    private Answer post(String contentType, String body, Map<String, String> more) {
        return bot.post(() -> headers(contentType, body, more), body, PATIENCE);
    }

    private Map<String, String> headers(String contentType, String body, Map<String, String> more) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", contentType);
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.put("X-Slack-Request-Timestamp", timestamp);
        headers.put("X-Slack-Signature", "v0=" + signature("v0:" + timestamp + ":" + body));
        return headers;
    }

    private String signature(String base) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(base.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected HmacSHA256 in every Java", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
