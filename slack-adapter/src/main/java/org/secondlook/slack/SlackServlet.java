package org.secondlook.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.secondlook.core.turn.TurnFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one address that Slack calls. Nothing of a request is read before its signature is found good, nothing of it is
 * ever logged, and whatever is signed is answered with 200: Slack stops delivering to an app that answers otherwise.
 */
final class SlackServlet extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(SlackServlet.class);

    private static final int MOST_BYTES = 1024 * 1024;

    /** Slack's check of our certificate: it is not signed, and asks for nothing. */
    private static final Pattern SSL_CHECK = Pattern.compile("(?:.*&)?ssl_check=1(?:&.*)?");

    private static final int SSL_CHECK_BYTES = 256;

    private final transient RequestSignature signature;
    private final transient RecentlySeen seen;
    private final transient App app;
    private final transient Consumer<Incident> incidents;

    SlackServlet(RequestSignature signature, RecentlySeen seen, App app, Consumer<Incident> incidents) {
        this.signature = signature;
        this.seen = seen;
        this.app = app;
        this.incidents = incidents;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            incidents.accept(Incident.TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (isSslCheck(body)) {
            return;
        }
        String signed = request.getHeader(RequestSignature.SIGNATURE);
        if (!signature.isGood(request.getHeader(RequestSignature.TIMESTAMP), signed, body)) {
            incidents.accept(Incident.REFUSED);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        // The signature covers the whole body, the workspace in it too.
        if (!seen.add(signed)) {
            incidents.accept(Incident.REPLAYED);
            return;
        }
        write(answer(new String(body, StandardCharsets.UTF_8)), response);
    }

    private static boolean isSslCheck(byte[] body) {
        return body.length <= SSL_CHECK_BYTES
                && SSL_CHECK
                        .matcher(new String(body, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private Response answer(String body) {
        Optional<String> kind = Optional.empty();
        try {
            Optional<Request<?>> request = SlackRequests.parse(body);
            kind = request.map(known -> known.getRequestType().name());
            return request.isPresent() ? app.run(request.get()) : notUnderstood("unknown", "");
        } catch (Exception e) {
            // App.run declares it, and a payload of another form than Slack's may cause any exception.
            return notUnderstood(kind.orElse("unreadable"), TurnFault.places(e));
        }
    }

    private Response notUnderstood(String kind, String why) {
        incidents.accept(Incident.NOT_UNDERSTOOD);
        log.warn("Slack request not understood kind={} at={}", kind, why);
        return Response.ok();
    }

    private static void write(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.getStatusCode());
        if (answer.getBody() != null && !answer.getBody().isEmpty()) {
            response.setContentType(answer.getContentType());
            response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
        }
    }
}
