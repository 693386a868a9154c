package org.secondlook.playground.mishap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Every message of the bot that a platform accepted, in order, whatever became of it later. */
public final class Inbox {

    private final Clock clock;
    private final List<Accepted> accepted = new ArrayList<>();

    public Inbox(Clock clock) {
        this.clock = clock;
    }

    /**
     * A message that was accepted.
     *
     * @param number its place, from 0
     * @param at when, by the clock of this machine
     * @param answered whether the bot was told so, rather than meeting a mishap
     * @param platform {@code slack} or {@code teams}
     * @param conversation where it stands
     * @param readers the handles of all who can read it
     * @param message in the platform's own JSON
     */
    public record Accepted(
            int number,
            Instant at,
            boolean answered,
            String platform,
            String conversation,
            List<String> readers,
            JsonNode message) {}

    public synchronized void accept(String platform, String conversation, List<String> readers, JsonNode message) {
        accepted.add(new Accepted(
                accepted.size(),
                clock.instant(),
                OutgoingMishaps.isAnswered(),
                platform,
                conversation,
                List.copyOf(readers),
                message.deepCopy()));
    }

    synchronized List<Accepted> from(int number) {
        return List.copyOf(accepted.subList(Math.min(number, accepted.size()), accepted.size()));
    }
}
