package org.secondlook.playground.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.secondlook.playground.world.TeamsTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every request that the bot makes to the Connector service of a tenant comes in here, with a token of that tenant. */
@RestController
@RequestMapping("/teams/connector/{tenantId}/v3/conversations")
final class ConnectorController {

    private static final Logger log = LoggerFactory.getLogger(ConnectorController.class);
    private static final int MAX_BYTES = 100 * 1024;
    private static final String CONVERSATIONS = "/v3/conversations/";

    private final Connector connector;
    private final Tenants tenants;
    private final Tokens tokens;

    ConnectorController(Connector connector, Tenants tenants, Tokens tokens) {
        this.connector = connector;
        this.tenants = tenants;
        this.tokens = tokens;
    }

    @ModelAttribute
    TeamsTenant tenant(
            @PathVariable String tenantId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("(?i)^bearer ", "");
        return tenants.tenant(tenantId)
                .filter(tenant -> tokens.goodForConnector(tenant, token))
                .orElseThrow(() ->
                        new ConnectorFault(401, "Unauthorized", "Authorization has been denied for this request."));
    }

    /** Spring takes what follows a semicolon for a parameter of the path, Teams for part of the conversation id. */
    @ModelAttribute
    ThreadId thread(HttpServletRequest request) {
        String path = request.getRequestURI();
        int start = path.indexOf(CONVERSATIONS) + CONVERSATIONS.length();
        String conversation = path.substring(Math.min(start, path.length())).replaceFirst("/.*", "");
        return ThreadId.parse(URLDecoder.decode(conversation.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(@ModelAttribute("teamsTenant") TeamsTenant tenant, @RequestBody byte[] body) {
        return connector.create(tenant, read(body));
    }

    @PostMapping("/{conversation}/activities")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode post(
            @ModelAttribute("teamsTenant") TeamsTenant tenant,
            @ModelAttribute("threadId") ThreadId thread,
            @RequestBody byte[] body) {
        return connector.post(tenant, thread, read(body));
    }

    @PostMapping("/{conversation}/activities/{activity}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode reply(
            @ModelAttribute("teamsTenant") TeamsTenant tenant,
            @ModelAttribute("threadId") ThreadId thread,
            @PathVariable String activity,
            @RequestBody byte[] body) {
        return connector.reply(tenant, thread, activity, read(body));
    }

    @PutMapping("/{conversation}/activities/{activity}")
    ObjectNode update(
            @ModelAttribute("teamsTenant") TeamsTenant tenant,
            @ModelAttribute("threadId") ThreadId thread,
            @PathVariable String activity,
            @RequestBody byte[] body) {
        return connector.update(tenant, thread, activity, read(body));
    }

    @DeleteMapping("/{conversation}/activities/{activity}")
    void delete(
            @ModelAttribute("teamsTenant") TeamsTenant tenant,
            @ModelAttribute("threadId") ThreadId thread,
            @PathVariable String activity) {
        connector.delete(tenant, thread, activity);
    }

    @GetMapping("/{conversation}/members")
    ArrayNode members(@ModelAttribute("teamsTenant") TeamsTenant tenant, @ModelAttribute("threadId") ThreadId thread) {
        return connector.members(tenant, thread);
    }

    @GetMapping("/{conversation}/pagedmembers")
    ObjectNode pagedMembers(
            @ModelAttribute("teamsTenant") TeamsTenant tenant, @ModelAttribute("threadId") ThreadId thread) {
        ObjectNode page = JsonMapper.shared().createObjectNode();
        page.set("members", connector.members(tenant, thread));
        return page;
    }

    @GetMapping("/{conversation}/members/{member}")
    ObjectNode member(
            @ModelAttribute("teamsTenant") TeamsTenant tenant,
            @ModelAttribute("threadId") ThreadId thread,
            @PathVariable String member) {
        return connector.member(tenant, thread, member);
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refuse(ConnectorFault fault) {
        log.warn("Refused status={} code={} message={}", fault.status(), fault.code(), fault.getMessage());
        return ResponseEntity.status(fault.status()).body(fault.toJson());
    }

    private static JsonNode read(byte[] body) {
        if (body.length > MAX_BYTES) {
            throw new ConnectorFault(413, "MessageSizeTooBig", "Message size too large.");
        }
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw ConnectorFault.badSyntax("Expected JSON");
        }
    }
}
