package org.secondlook.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.secondlook.teams.token.Caller;
import org.secondlook.teams.token.Refusal;
import org.secondlook.teams.token.TokenCheck;
import org.secondlook.teams.token.Verdict;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Teams delivers. The token comes first: without a good one nothing of the body is read. Teams waits about 15
 * seconds for an answer and then delivers a message again.
 */
@RestController
public final class TeamsController {

    private static final int MOST_BYTES = 1_000_000;

    private final TokenCheck tokens;
    private final Inbox inbox;
    private final Refusals refusals;

    TeamsController(TokenCheck tokens, Inbox inbox, Refusals refusals) {
        this.tokens = tokens;
        this.inbox = inbox;
        this.refusals = refusals;
    }

    @PostMapping("/api/messages")
    ResponseEntity<byte[]> receive(HttpServletRequest request) {
        HttpAnswer answer = tokens.check(authorization(request)).accept(new Verdict.Visitor<HttpAnswer>() {
            @Override
            public HttpAnswer believed(Caller caller) {
                return take(caller, request);
            }

            @Override
            public HttpAnswer refused(Refusal why) {
                refusals.refused(why);
                return HttpAnswer.REFUSED;
            }
        });
        byte[] json = answer.json();
        return json.length == 0
                ? ResponseEntity.status(answer.status()).build()
                : ResponseEntity.status(answer.status())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json);
    }

    private HttpAnswer take(Caller caller, HttpServletRequest request) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return HttpAnswer.TOO_LARGE;
        }
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            return body.length > MOST_BYTES ? HttpAnswer.TOO_LARGE : inbox.take(caller, body);
        } catch (IOException e) {
            return HttpAnswer.MALFORMED;
        }
    }

    /** The one header; with several, it would be for others to choose which counts. */
    private static String authorization(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        return headers.size() == 1 ? headers.get(0) : "";
    }
}
