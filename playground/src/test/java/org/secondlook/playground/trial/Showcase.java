package org.secondlook.playground.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.secondlook.playground.Playground;
import org.secondlook.playground.trial.StandInBot.Reply;
import org.secondlook.playground.trial.StandInBot.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in bot with a little to say on both platforms, so that the page can be looked at and tried by hand:
 * run {@code main} and open http://127.0.0.1:8090.
 */
public final class Showcase {

    private static final String COUNCIL = "11111111-0000-4000-8000-000000000001";
    private static final String BEARER_BODY = "grant_type=client_credentials"
            + "&client_id=11111111-0000-4000-8000-0000000000b0&client_secret=playground-northshire-council-secret"
            + "&scope=https%3A%2F%2Fapi.botframework.com%2F.default";

    private final Supplier<URI> playground;
    private final HttpClient http = HttpClient.newHttpClient();

    public Showcase(Supplier<URI> playground) {
        this.playground = playground;
    }

    public static void main(String[] arguments) {
        StandInBot bot = new StandInBot();
        bot.clockAnswering(
                request -> Reply.json("{\"now\":\"2026-12-01T10:05:00Z\",\"next\":\"2026-12-03T09:30:00Z\"}"));
        int port = arguments.length == 0 ? 8090 : Integer.parseInt(arguments[0]);
        bot.answering(new Showcase(() -> URI.create("http://127.0.0.1:" + port))::answer);
        Playground.start(Map.of(
                "playground.port", port,
                "playground.journal", "",
                "playground.slack-events-url", bot.url("/slack/events"),
                "playground.teams-messages-url", bot.url("/api/messages"),
                "playground.clock-url", bot.url("/playground/clock")));
    }

    /** Answers as the bot. */
    public Reply answer(Request request) {
        return request.path().equals("/api/messages") ? teams(request.json()) : slack(request);
    }

    private Reply slack(Request request) {
        JsonNode json = request.json();
        switch (request.kind()) {
            case "app_home_opened" ->
                callSlack(
                        json.path("team_id").asString(""),
                        "views.publish",
                        "{\"user_id\":\"%s\",\"view\":%s}"
                                .formatted(json.at("/event/user").asString(""), file("slack-home")));
            case "shortcut", "block_actions" -> {
                boolean inModal = json.at("/view/type").asString("").equals("modal");
                if (!inModal) {
                    callSlack(
                            json.at("/team/id").asString(""),
                            "views.open",
                            "{\"trigger_id\":\"%s\",\"view\":%s}"
                                    .formatted(json.path("trigger_id").asString(""), file("slack-modal")));
                }
            }
            case "view_submission" -> {
                if (json.at("/view/callback_id").asString("").equals("urgency")) {
                    return Reply.json("{\"response_action\":\"update\",\"view\":" + file("slack-modal-gallery") + "}");
                }
                String team = json.at("/team/id").asString("");
                callSlack(team, "chat.postMessage", to(json.at("/user/id").asString(""), "slack-receipt"));
                callSlack(team, "chat.postMessage", to("U0TOMREED01", "slack-notice"));
                post("a:priya-shah", "teams-notice");
                return Reply.json("{\"response_action\":\"clear\"}");
            }
            case "block_suggestion" -> {
                return Reply.json("{\"options\":[{\"value\":\"hillside\",\"text\":{\"type\":\"plain_text\","
                        + "\"text\":\"Hillside School\"}}]}");
            }
            case "command" -> {
                return Reply.json("{\"text\":\"Type *help*, *cases* or *urgent*.\"}");
            }
            case "message" -> {
                if (!json.at("/event").has("bot_id")) {
                    callSlack(
                            json.path("team_id").asString(""),
                            "chat.postMessage",
                            to(json.at("/event/channel").asString(""), "slack-gallery"));
                }
            }
            default -> {
                return Reply.empty();
            }
        }
        return Reply.empty();
    }

    private Reply teams(JsonNode activity) {
        String conversation = activity.at("/conversation/id").asString("");
        switch (activity.path("type").asString("") + " " + activity.path("name").asString("")) {
            case "installationUpdate " -> {
                if (conversation.startsWith("a:")) {
                    post(conversation, "teams-welcome");
                }
            }
            case "message " -> post(conversation, "teams-gallery");
            case "invoke adaptiveCard/action" -> {
                return Reply.json("{\"statusCode\":200,\"type\":\"application/vnd.microsoft.activity.message\","
                        + "\"value\":\"Saved at 10:05am\"}");
            }
            case "invoke task/fetch" -> {
                return Reply.json("{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"NS-2026-0143\",\"card\":{"
                        + "\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":"
                        + file("teams-dialog") + "}}}}");
            }
            case "invoke task/submit" -> {
                return Reply.json("{\"task\":{\"type\":\"message\",\"value\":\"Sent at 3:20pm.\"}}");
            }
            default -> {
                return Reply.empty();
            }
        }
        return Reply.empty();
    }

    private void post(String conversation, String card) {
        String token = send(
                        "/teams/" + COUNCIL + "/oauth2/v2.0/token",
                        "application/x-www-form-urlencoded",
                        "",
                        BEARER_BODY)
                .path("access_token")
                .asString("");
        send(
                "/teams/connector/" + COUNCIL + "/v3/conversations/" + conversation + "/activities",
                "application/json",
                token,
                "{\"type\":\"message\",\"summary\":\"New: you have something to read\",\"attachments\":[{\"contentType\":"
                        + "\"application/vnd.microsoft.card.adaptive\",\"content\":" + file(card) + "}]}");
    }

    private void callSlack(String team, String method, String body) {
        String token = team.equals("T0NSHIRENHS") ? Trial.NHS_TOKEN : Trial.SCHOOL_TOKEN;
        JsonNode answer = send("/slack/api/" + method, "application/json", token, body);
        if (!answer.path("ok").asBoolean(false)) {
            throw new IllegalStateException(method + ": " + answer);
        }
    }

    private JsonNode send(String path, String contentType, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(playground.get().resolve(path))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String to(String channel, String message) {
        return file(message).replace("CHANNEL", channel);
    }

    private static String file(String name) {
        try (var stream = Showcase.class.getResourceAsStream("/gallery/" + name + ".json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
