package org.secondlook.teams.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.secondlook.teams.settings.TeamsSettings.Timeouts;

/** Asks Microsoft's login services for JSON, never for longer than is set, and never elsewhere than where it is told. */
final class LoginClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final Timeouts timeouts;
    private final HttpClient http;

    LoginClient(Timeouts timeouts) {
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    JsonNode get(URI uri) throws IOException {
        return send(HttpRequest.newBuilder(uri).build());
    }

    JsonNode post(URI uri, String form) throws IOException {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response =
                    answer.get(timeouts.connect().plus(timeouts.answer()).toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException(
                        "Expected 200 from %s, but got %d".formatted(request.uri(), response.statusCode()));
            }
            return JSON.readTree(response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("Expected an answer from %s in time".formatted(request.uri()), e);
        } catch (ExecutionException e) {
            throw new IOException("Expected an answer from %s".formatted(request.uri()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + request.uri(), e);
        }
    }
}
