package org.secondlook.playground.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trigger ids: each opens one view, for three seconds, in the workspace where the person acted. */
final class Triggers {

    private static final Duration LIFE = Duration.ofSeconds(3);

    private final Clock clock;
    private final Map<String, Trigger> issued = new HashMap<>();

    Triggers(Clock clock) {
        this.clock = clock;
    }

    private record Trigger(Member member, @Nullable String modalId, Instant issuedAt, boolean exchanged) {

        Trigger exchange() {
            return new Trigger(member, modalId, issuedAt, true);
        }
    }

    /** Who acted, and in which modal if in one. */
    record Source(Member member, @Nullable String modalId) {}

    synchronized String issue(Member member, @Nullable String modalId) {
        forgetOld();
        Instant now = clock.instant();
        String random = UUID.randomUUID().toString().replace("-", "");
        String id = String.format(Locale.ROOT, "%d.%d.%s", now.toEpochMilli(), issued.size() + 1, random);
        issued.put(id, new Trigger(member, modalId, now, false));
        return id;
    }

    synchronized Source exchange(Workspace workspace, String id) {
        Trigger trigger = issued.get(id);
        if (trigger == null || !trigger.member().workspace().id().equals(workspace.id())) {
            throw new SlackFault("invalid_trigger_id");
        }
        if (trigger.exchanged()) {
            throw new SlackFault("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.issuedAt().plus(LIFE))) {
            throw new SlackFault("expired_trigger_id");
        }
        issued.put(id, trigger.exchange());
        return new Source(trigger.member(), trigger.modalId());
    }

    private void forgetOld() {
        Instant longAgo = clock.instant().minus(Duration.ofHours(1));
        issued.values().removeIf(trigger -> trigger.issuedAt().isBefore(longAgo));
    }
}
