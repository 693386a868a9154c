package org.secondlook.playground.slack;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every request that the bot makes to Slack comes in here. */
@RestController
@RequestMapping("/slack")
final class SlackController {

    private static final String BEARER = "Bearer ";

    private final WebApi api;
    private final ResponseUrls responseUrls;

    SlackController(WebApi api, ResponseUrls responseUrls) {
        this.api = api;
        this.responseUrls = responseUrls;
    }

    @RequestMapping("/api/{method}")
    ObjectNode api(@PathVariable String method, HttpServletRequest request) throws IOException {
        ObjectNode values;
        try {
            values = values(request);
        } catch (SlackFault fault) {
            return fault.toJson();
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        String token = header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length())
                : values.path("token").asString("");
        return api.call(method, token, new Arguments(values));
    }

    @PostMapping("/response/{team}/{id}")
    String respond(@PathVariable String team, @PathVariable String id, @RequestBody JsonNode body) {
        responseUrls.respond(team + "/" + id, body);
        return "ok";
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refuse(SlackFault fault) {
        return ResponseEntity.status(404).body(fault.toJson());
    }

    private static ObjectNode values(HttpServletRequest request) throws IOException {
        ObjectNode values = JsonMapper.shared().createObjectNode();
        String contentType = String.valueOf(request.getContentType());
        if (contentType.startsWith("application/json")) {
            try {
                values.setAll((ObjectNode) JsonMapper.shared().readTree(request.getInputStream()));
            } catch (JacksonException | ClassCastException e) {
                throw new SlackFault("invalid_json");
            }
        }
        request.getParameterMap().forEach((name, given) -> values.put(name, given[0]));
        return values;
    }
}
