package org.secondlook.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.outbox.Gap;
import org.secondlook.slack.Arrivals;
import org.secondlook.store.PlainRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a Slack workspace delivered nothing for a while, though the bot was there. Slack sends the bot's own messages in
 * people's chats back as events: where it took such a message and no event at all came for more than five minutes after,
 * whatever people wrote meanwhile is lost too. That is found once events come again.
 *
 * <p>A workspace of which no message ever came back is not judged by it, and after each gap one must come back before the next:
 * if Slack ever stops sending them, people are told once, and not again and again. All instances keep what they know together
 * in Redis; times are on the case clock.
 */
final class SlackSilence implements Arrivals {

    private static final Logger log = LoggerFactory.getLogger(SlackSilence.class);

    /** Longer than Slack goes on delivering an event. */
    private static final Duration TOO_LONG = Duration.ofMinutes(5);

    private static final String HEARD = "heard";
    private static final String CAME_BACK = "came-back";
    private static final String POSTED = "posted";
    private static final String TOLD = "told";

    private final PlainRecords records;
    private final Clock clock;
    private final BiConsumer<String, Gap> tell;
    private final Map<String, News> news = new HashMap<>();

    /**
     * @param clock the case clock
     * @param tell tells the people of a workspace of a gap; of the same gap perhaps twice
     */
    SlackSilence(PlainRecords records, Clock clock, BiConsumer<String, Gap> tell) {
        this.records = records;
        this.clock = clock;
        this.tell = tell;
    }

    /** What this instance has learnt of a workspace since it last looked; what is not known is null. */
    private static final class News {
        private @Nullable Instant first;
        private @Nullable Instant heard;
        private @Nullable Instant cameBack;
        private @Nullable Instant posted;
    }

    @Override
    public synchronized void arrived(String organisation, boolean own) {
        News its = news.computeIfAbsent(organisation, name -> new News());
        its.heard = clock.instant();
        its.first = its.first == null ? its.heard : its.first;
        its.posted = null;
        if (own) {
            its.cameBack = its.heard;
        }
    }

    /** Slack took a message for somebody's chat that was handed in then. Its event may have come already. */
    synchronized void posted(String organisation, Instant handedIn) {
        News its = news.computeIfAbsent(organisation, name -> new News());
        boolean heardSince = its.heard != null && !its.heard.isBefore(handedIn);
        if (!heardSince && its.posted == null) {
            its.posted = handedIn;
        }
    }

    /** Puts what was learnt to what is known, and tells of a gap that has ended. */
    void run() {
        Map<String, News> taken = taken();
        try {
            taken.forEach(this::look);
        } catch (RuntimeException e) {
            putBack(taken);
            throw e;
        }
    }

    private synchronized Map<String, News> taken() {
        Map<String, News> taken = new HashMap<>(news);
        news.clear();
        return taken;
    }

    private synchronized void putBack(Map<String, News> taken) {
        taken.forEach(news::putIfAbsent);
    }

    private void look(String organisation, News its) {
        String name = "slack-events:" + organisation;
        Map<String, String> known = records.find(name);
        Optional<Gap> gap = gap(known, its);
        gap.ifPresent(ended -> {
            log.warn("Slack delivered nothing for a while organisation={} since={}", organisation, ended.from());
            tell.accept(organisation, ended);
        });
        Optional<Instant> heard = latest(time(known, HEARD), Optional.ofNullable(its.heard));
        Map<String, String> now = new LinkedHashMap<>();
        heard.ifPresent(at -> now.put(HEARD, at.toString()));
        latest(time(known, CAME_BACK), Optional.ofNullable(its.cameBack))
                .ifPresent(at -> now.put(CAME_BACK, at.toString()));
        latest(time(known, TOLD), gap.map(Gap::to)).ifPresent(at -> now.put(TOLD, at.toString()));
        Stream.of(time(known, POSTED), Optional.ofNullable(its.posted))
                .flatMap(Optional::stream)
                .filter(at -> heard.filter(since -> !since.isBefore(at)).isEmpty())
                .min(Instant::compareTo)
                .ifPresent(at -> now.put(POSTED, at.toString()));
        if (!now.isEmpty()) {
            records.replace(name, now);
        }
    }

    /** The gap that has ended with the first event that came since the last look. */
    private static Optional<Gap> gap(Map<String, String> known, News its) {
        Optional<Instant> told = time(known, TOLD);
        boolean trusted = time(known, CAME_BACK)
                .filter(at -> told.filter(last -> !at.isAfter(last)).isEmpty())
                .isPresent();
        Instant first = its.first;
        boolean silent = first != null
                && time(known, POSTED)
                        .filter(posted -> first.isAfter(posted.plus(TOO_LONG)))
                        .isPresent();
        return trusted && silent && first != null
                ? time(known, HEARD).map(last -> new Gap(last, first))
                : Optional.empty();
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return List.of(one, other).stream().flatMap(Optional::stream).max(Instant::compareTo);
    }

    private static Optional<Instant> time(Map<String, String> record, String field) {
        return Optional.ofNullable(record.get(field)).map(Instant::parse);
    }
}
