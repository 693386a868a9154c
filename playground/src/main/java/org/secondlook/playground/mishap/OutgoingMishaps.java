package org.secondlook.playground.mishap;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of the bot's calls to the platforms. It stands before everything else, at the connection itself. */
public final class OutgoingMishaps extends ValveBase {

    private static final int CUT_OFF_LENGTH = 500;
    private static final String UNANSWERED = OutgoingMishaps.class.getName() + ".unanswered";

    private final Dice<OutgoingRule> dice = new Dice<>(OutgoingRule::chance, OutgoingRule::times);
    private final Calls calls;

    public OutgoingMishaps(Calls calls) {
        super(true);
        this.calls = calls;
    }

    void take(long seed, List<OutgoingRule> rules) {
        dice.take(seed, rules);
    }

    long applied() {
        return dice.applied();
    }

    /** Whether the bot will get the answer to the request that is being seen to. */
    static boolean isAnswered() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null || request.getAttribute(UNANSWERED, RequestAttributes.SCOPE_REQUEST) == null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith("/slack/") && !path.startsWith("/teams/")) {
            getNext().invoke(request, response);
            return;
        }
        request.setCharacterEncoding("UTF-8");
        String channel = request.getParameter("channel");
        calls.came(path, channel);
        String call = channel == null ? path : path + "?channel=" + channel;
        Optional<OutgoingRule> rule = dice.next(each -> each.isFor(call));
        if (rule.isPresent()) {
            meet(rule.get(), request, response);
        } else {
            getNext().invoke(request, response);
        }
    }

    private void meet(OutgoingRule rule, Request request, Response response) throws IOException, ServletException {
        switch (rule.kind()) {
            case STATUS -> refuse(rule, response);
            case SLACK_ERROR -> answer(response, object().put("ok", false).put("error", error(rule)));
            case HANG_UP -> hangUp(request);
            case HANG -> {
                pause(rule.millisOrNone());
                hangUp(request);
            }
            case LOSE_REPLY -> {
                request.setAttribute(UNANSWERED, true);
                getNext().invoke(request, response);
                hangUp(request);
            }
            case CUT_OFF -> {
                request.setAttribute(UNANSWERED, true);
                getNext().invoke(request, response);
                response.reset();
                response.setContentType("application/json");
                response.setContentLength(CUT_OFF_LENGTH);
                response.getOutputStream().write("{\"ok\": tr".getBytes(StandardCharsets.UTF_8));
                response.flushBuffer();
                hangUp(request);
            }
        }
    }

    private static void refuse(OutgoingRule rule, Response response) throws IOException {
        response.setStatus(rule.statusOrOurs());
        Integer retryAfter = rule.retryAfter();
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter.toString());
        }
        ObjectNode body = object();
        body.putObject("error").put("code", error(rule)).put("message", "A mishap that was asked for");
        answer(response, body);
    }

    private static void answer(Response response, ObjectNode body) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }

    private static void hangUp(Request request) {
        request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
    }

    private static String error(OutgoingRule rule) {
        String error = rule.error();
        return error == null ? "Mishap" : error;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
