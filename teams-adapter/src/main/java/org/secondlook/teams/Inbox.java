package org.secondlook.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.bot.builder.InvokeResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.secondlook.core.turn.TurnFault;
import org.secondlook.teams.connector.Endpoint;
import org.secondlook.teams.connector.UndeliveredException;
import org.secondlook.teams.token.Caller;
import org.secondlook.teams.token.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the body of a request whose token is good: reads it, checks it, and has it answered. A message is acknowledged
 * after its turn is stored and its answer sent, an invoke by its answer.
 */
final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private static final int DEEPEST = 100;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .build();

    private final OnceOnly onceOnly = new OnceOnly();
    private final Envelope envelope;
    private final Addresses addresses;
    private final Answers answers;
    private final Refusals refusals;

    Inbox(Envelope envelope, Addresses addresses, Answers answers, Refusals refusals) {
        this.envelope = envelope;
        this.addresses = addresses;
        this.answers = answers;
        this.refusals = refusals;
    }

    HttpAnswer take(Caller caller, byte[] body) {
        Optional<JsonNode> read = read(body).filter(envelope::isWellFormed);
        if (read.isEmpty()) {
            return HttpAnswer.MALFORMED;
        }
        Optional<Refusal> refusal = envelope.refusal(read.get(), caller);
        if (refusal.isPresent()) {
            refusals.refused(refusal.get());
            return HttpAnswer.REFUSED;
        }
        Endpoint from = new Endpoint(
                caller.registration(), read.get().path("serviceUrl").asText());
        Inbound inbound = new Inbound(from, read.get());
        return inbound.type().equals("message")
                ? onceOnly.run(inbound.fingerprint(), () -> answer(inbound))
                : answer(inbound);
    }

    private HttpAnswer answer(Inbound inbound) {
        try {
            Optional<InvokeResponse> invoked = new Router(inbound, learn(inbound), answers).route();
            return invoked.isPresent() ? http(invoked.get()) : HttpAnswer.TAKEN;
        } catch (CompletionException e) {
            return failed(inbound, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException | JsonProcessingException e) {
            return failed(inbound, e);
        }
    }

    /** Whoever asks is answered even when it cannot be kept how they are reached. */
    private boolean learn(Inbound inbound) {
        try {
            return addresses.learn(inbound);
        } catch (RuntimeException e) {
            log.warn("Addresses not kept turn={} fault={}", inbound.turn(), TurnFault.places(e));
            return false;
        }
    }

    private HttpAnswer failed(Inbound inbound, Throwable fault) {
        if (fault instanceof UndeliveredException) {
            log.warn("Answer not taken by Teams turn={} reason={}", inbound.turn(), fault.getMessage());
            return HttpAnswer.NOT_ANSWERED;
        }
        log.error("Activity not handled turn={} fault={}", inbound.turn(), TurnFault.places(fault));
        return HttpAnswer.FAILED;
    }

    private HttpAnswer http(InvokeResponse response) throws JsonProcessingException {
        return response.getIsSuccessStatusCode()
                ? new HttpAnswer(response.getStatus(), json.writeValueAsBytes(response.getBody()))
                : HttpAnswer.of(response.getStatus());
    }

    private Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(json.readTree(body));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
