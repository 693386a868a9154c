package org.secondlook.playground.mishap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the bot's posts to each conversation by the second, refused ones too, so that published limits can be checked. */
public final class Calls {

    private static final Pattern TEAMS_POST = Pattern.compile("/v3/conversations/([^/;]+)[^/]*/activities");
    private static final String SLACK_POST = "/slack/api/chat.postMessage";

    private final Clock clock;
    private final Map<String, Busiest> conversations = new ConcurrentHashMap<>();
    private volatile long last;

    public Calls(Clock clock) {
        this.clock = clock;
        this.last = clock.millis();
    }

    /** The fullest second of a conversation, and the one that runs. */
    private record Busiest(long second, int now, int most) {

        Busiest counted(long at) {
            int count = at == second ? now + 1 : 1;
            return new Busiest(at, count, Math.max(most, count));
        }
    }

    void came(String path, @Nullable String slackChannel) {
        last = clock.millis();
        Matcher teams = TEAMS_POST.matcher(path);
        if (teams.find()) {
            count("teams/" + URLDecoder.decode(teams.group(1), StandardCharsets.UTF_8));
        } else if (path.equals(SLACK_POST) && slackChannel != null) {
            count("slack/" + slackChannel);
        }
    }

    /** For how many milliseconds the bot has called nobody. */
    long quietMillis() {
        return clock.millis() - last;
    }

    /** The most posts within one second, by conversation. */
    Map<String, Integer> mostInASecond() {
        Map<String, Integer> most = new TreeMap<>();
        conversations.forEach((conversation, busiest) -> most.put(conversation, busiest.most()));
        return most;
    }

    private void count(String conversation) {
        long second = last / 1000;
        conversations.compute(
                conversation, (key, busiest) -> (busiest == null ? new Busiest(0, 0, 0) : busiest).counted(second));
    }
}
