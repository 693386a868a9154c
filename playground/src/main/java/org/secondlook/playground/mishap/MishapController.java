package org.secondlook.playground.mishap;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes things go wrong, and tells what came through. */
@RestController
@RequestMapping("/mishaps")
final class MishapController {

    private final OutgoingMishaps outgoing;
    private final IncomingMishaps incoming;
    private final Inbox inbox;
    private final Calls calls;

    MishapController(OutgoingMishaps outgoing, IncomingMishaps incoming, Inbox inbox, Calls calls) {
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.inbox = inbox;
        this.calls = calls;
    }

    record Outgoing(long seed, List<OutgoingRule> rules) {}

    record Incoming(long seed, List<IncomingRule> rules) {}

    /**
     * How it goes.
     *
     * @param outgoing how many of the bot's calls met a mishap since its rules were set
     * @param incoming the same of requests to the bot
     * @param repeated how many copies of requests the bot has taken since the playground began
     * @param quietMillis for how long the bot has called nobody
     * @param mostInASecond the most posts within one second, by conversation
     */
    record State(long outgoing, long incoming, long repeated, long quietMillis, Map<String, Integer> mostInASecond) {}

    @PutMapping("/outgoing")
    void outgoing(@RequestBody Outgoing plan) {
        outgoing.take(plan.seed(), plan.rules());
    }

    @PutMapping("/incoming")
    void incoming(@RequestBody Incoming plan) {
        incoming.take(plan.seed(), plan.rules());
    }

    /** Everything goes well from now on. */
    @DeleteMapping
    void end() {
        outgoing.take(0, List.of());
        incoming.take(0, List.of());
    }

    @PostMapping("/incoming/again")
    IncomingMishaps.Repetition again(@RequestParam int most) {
        return incoming.again(most);
    }

    @GetMapping
    State state() {
        return new State(
                outgoing.applied(),
                incoming.applied(),
                incoming.repeated(),
                calls.quietMillis(),
                calls.mostInASecond());
    }

    @GetMapping("/inbox")
    List<Inbox.Accepted> inbox(@RequestParam(defaultValue = "0") int from) {
        return inbox.from(from);
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> senseless(IllegalArgumentException fault) {
        return Map.of("error", String.valueOf(fault.getMessage()));
    }
}
