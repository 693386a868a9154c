package org.secondlook.playground.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.secondlook.playground.world.TeamsTenant;

/** The tokens of both directions: those that the bot gets for the Connector, and those under activities to the bot. */
final class Tokens {

    static final Duration LIFE = Duration.ofHours(1);

    private static final String BOT_FRAMEWORK = "https://api.botframework.com";

    private final SigningKey key;
    private final Clock clock;

    Tokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** An access token for the Connector of this tenant. */
    String forBot(TeamsTenant tenant) {
        Instant now = clock.instant();
        return JWT.create()
                .withKeyId(SigningKey.ID)
                .withIssuer(issuer(tenant))
                .withAudience(BOT_FRAMEWORK)
                .withClaim("appid", tenant.bot().appId())
                .withClaim("tid", tenant.id())
                .withIssuedAt(now)
                .withNotBefore(now)
                .withExpiresAt(now.plus(LIFE))
                .sign(key.algorithm());
    }

    boolean goodForConnector(TeamsTenant tenant, String token) {
        JWTVerifier verifier = ((com.auth0.jwt.JWTVerifier.BaseVerification) JWT.require(key.algorithm())
                        .withIssuer(issuer(tenant))
                        .withAudience(BOT_FRAMEWORK)
                        .withClaim("appid", tenant.bot().appId()))
                .build(clock);
        try {
            verifier.verify(token);
            return true;
        } catch (JWTVerificationException e) {
            return false;
        }
    }

    /** The token under an activity for this tenant's bot. */
    String forActivity(TeamsTenant tenant, String serviceUrl) {
        Instant now = clock.instant();
        return JWT.create()
                .withKeyId(SigningKey.ID)
                .withIssuer(BOT_FRAMEWORK)
                .withAudience(tenant.bot().appId())
                .withClaim("serviceurl", serviceUrl)
                .withNotBefore(now)
                .withExpiresAt(now.plus(LIFE))
                .sign(key.algorithm());
    }

    private static String issuer(TeamsTenant tenant) {
        return "https://sts.windows.net/" + tenant.id() + "/";
    }
}
