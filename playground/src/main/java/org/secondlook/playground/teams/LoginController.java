package org.secondlook.playground.teams;

import java.net.URI;
import java.util.function.Supplier;
import org.secondlook.playground.world.TeamsTenant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The token endpoint of each tenant, and the OpenID metadata with which the bot checks activities. */
@RestController
@RequestMapping("/teams")
final class LoginController {

    private static final String SCOPE = "https://api.botframework.com/.default";

    private final Tenants tenants;
    private final Tokens tokens;
    private final SigningKey key;
    private final Supplier<URI> address;

    LoginController(Tenants tenants, Tokens tokens, SigningKey key, Supplier<URI> address) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.key = key;
        this.address = address;
    }

    @GetMapping("/openid/.well-known/openidconfiguration")
    ObjectNode metadata() {
        ObjectNode metadata = object().put("issuer", "https://api.botframework.com")
                .put("authorization_endpoint", "https://invalid.botframework.com")
                .put("jwks_uri", address.get().resolve("/teams/openid/keys").toString());
        metadata.putArray("id_token_signing_alg_values_supported").add("RS256");
        metadata.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        return metadata;
    }

    @GetMapping("/openid/keys")
    ObjectNode keys() {
        ObjectNode keys = object();
        keys.putArray("keys").add(key.jwk());
        return keys;
    }

    @PostMapping("/{tenantId}/oauth2/v2.0/token")
    ResponseEntity<ObjectNode> token(
            @PathVariable String tenantId,
            @RequestParam(name = "grant_type", defaultValue = "") String grantType,
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            @RequestParam(name = "client_secret", defaultValue = "") String clientSecret,
            @RequestParam(name = "scope", defaultValue = "") String scope) {
        TeamsTenant tenant = tenants.tenant(tenantId).orElse(null);
        if (tenant == null) {
            return refuse(400, "invalid_request", "AADSTS90002: Tenant '" + tenantId + "' not found.");
        }
        if (!grantType.equals("client_credentials")) {
            return refuse(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        }
        if (!clientId.equals(tenant.bot().appId())) {
            return refuse(400, "unauthorized_client", "AADSTS700016: Application was not found in the directory.");
        }
        if (!clientSecret.equals(tenant.bot().appSecret())) {
            return refuse(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        if (!scope.equals(SCOPE)) {
            return refuse(400, "invalid_scope", "AADSTS70011: The provided value for scope is not valid.");
        }
        return ResponseEntity.ok(object().put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("ext_expires_in", Tokens.LIFE.toSeconds() - 1)
                .put("access_token", tokens.forBot(tenant)));
    }

    private static ResponseEntity<ObjectNode> refuse(int status, String error, String description) {
        return ResponseEntity.status(status).body(object().put("error", error).put("error_description", description));
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
