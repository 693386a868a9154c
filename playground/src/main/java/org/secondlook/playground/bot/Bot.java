package org.secondlook.playground.bot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** One address of the bot, to which a platform posts. */
public final class Bot {

    private final URI url;
    private final HttpClient http;

    public Bot(URI url) {
        this.url = url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    /** Posts and waits, at most this long, for what the bot answers. */
    public Answer post(Map<String, String> headers, String body, Duration patience) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(patience).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (HttpTimeoutException e) {
            return Answer.TIMED_OUT;
        } catch (IOException e) {
            return Answer.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNREACHABLE;
        }
    }
}
