package org.secondlook.playground.bot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.secondlook.playground.mishap.IncomingMishaps;

/** One address of the bot, to which a platform posts. */
public final class Bot {

    private final URI url;
    private final IncomingMishaps mishaps;
    private final HttpClient http;

    public Bot(URI url, IncomingMishaps mishaps) {
        this.url = url;
        this.mishaps = mishaps;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    /**
     * Posts and waits, at most this long, for what the bot answers.
     *
     * @param headers made anew for each delivery, because they sign it
     */
    public Answer post(Supplier<Map<String, String>> headers, String body, Duration patience) {
        return mishaps.deliver(() -> send(headers.get(), body, patience));
    }

    private Answer send(Map<String, String> headers, String body, Duration patience) {
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
