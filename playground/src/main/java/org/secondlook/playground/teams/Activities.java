package org.secondlook.playground.teams;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.secondlook.playground.bot.Answer;
import org.secondlook.playground.bot.Bot;
import org.secondlook.playground.bot.Later;
import org.secondlook.playground.world.TeamsTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Activities on their way to the bot: filled as Teams fills them, under a signed token, redelivered once. */
final class Activities {

    private static final Logger log = LoggerFactory.getLogger(Activities.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Bot bot;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Later later;
    private final Supplier<URI> address;

    Activities(Bot bot, Tokens tokens, InstantSource clock, Later later, Supplier<URI> address) {
        this.bot = bot;
        this.tokens = tokens;
        this.clock = clock;
        this.later = later;
        this.address = address;
    }

    /** @param root the first message of the thread, in a channel */
    ObjectNode activity(String type, Member from, Chat chat, String root) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        TeamsTenant tenant = chat.tenant();
        ObjectNode activity = JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("timestamp", now.toString())
                .put("localTimestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(LONDON)))
                .put("localTimezone", LONDON.getId())
                .put("serviceUrl", serviceUrl(tenant))
                .put("channelId", "msteams")
                .put("locale", "en-GB");
        activity.set("from", from.account());
        activity.set("conversation", chat.conversation(root));
        activity.putObject("recipient")
                .put("id", tenant.bot().accountId())
                .put("name", tenant.bot().name());
        activity.putArray("entities")
                .addObject()
                .put("type", "clientInfo")
                .put("locale", "en-GB")
                .put("country", "GB")
                .put("platform", "Web")
                .put("timezone", LONDON.getId());
        activity.set("channelData", chat.channelData());
        return activity;
    }

    /** Posts and waits for the answer. */
    Answer ask(TeamsTenant tenant, ObjectNode activity) {
        return bot.post(() -> headers(tenant), activity.toString(), PATIENCE);
    }

    private Map<String, String> headers(TeamsTenant tenant) {
        return Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "User-Agent", "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
                "Authorization", "Bearer " + tokens.forActivity(tenant, serviceUrl(tenant)));
    }

    /** Delivers without waiting; once more if the bot did not take it. */
    void deliver(TeamsTenant tenant, ObjectNode activity) {
        later.run(Duration.ZERO, () -> {
            if (!ask(tenant, activity).ok()) {
                redeliver(tenant, activity);
            }
        });
    }

    void redeliver(TeamsTenant tenant, ObjectNode activity) {
        later.run(Duration.ZERO, () -> {
            Answer answer = ask(tenant, activity);
            if (!answer.ok()) {
                log.warn("Activity not taken type={} status={}", activity.path("type"), answer.status());
            }
        });
    }

    private String serviceUrl(TeamsTenant tenant) {
        return address.get().resolve("/teams/connector/" + tenant.id() + "/").toString();
    }
}
