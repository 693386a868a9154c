package org.secondlook.playground.slack;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.slack.blockkit.ViewRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Home tabs, which last, and the modals that people have open now, at most three on top of each other. */
final class Views {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_CHARS = 250_000;

    private final Journal journal;
    private final Consumer<String> changed;
    private final Map<String, List<ObjectNode>> stacks = new ConcurrentHashMap<>();
    private final AtomicLong made;

    Views(Journal journal, Clock clock, Consumer<String> changed) {
        this.journal = journal;
        this.made = new AtomicLong(clock.millis());
        this.changed = changed;
    }

    /** Opens a modal in place of any that this person had open. */
    synchronized ObjectNode open(Member member, JsonNode view) {
        ObjectNode opened = modal(member.workspace(), view, null);
        opened.set("root_view_id", opened.get("id"));
        opened.putNull("previous_view_id");
        show(member, List.of(opened));
        return opened;
    }

    /** Opens a modal on top of the one in which the person acted. */
    synchronized ObjectNode push(Member member, @Nullable String modalId, JsonNode view) {
        List<ObjectNode> stack = stack(member);
        if (stack.stream().noneMatch(open -> idOf(open).equals(modalId))) {
            throw new SlackFault("not_found");
        }
        if (stack.size() == MAX_DEPTH) {
            throw new SlackFault("push_limit_reached");
        }
        ObjectNode pushed = modal(member.workspace(), view, null);
        pushed.set("root_view_id", stack.get(0).get("id"));
        pushed.set("previous_view_id", stack.get(stack.size() - 1).get("id"));
        List<ObjectNode> higher = new ArrayList<>(stack);
        higher.add(pushed);
        show(member, higher);
        return pushed;
    }

    /** Replaces an open modal or a Home tab, if the hash, where given, is still that of the view. */
    synchronized ObjectNode update(Workspace workspace, ObjectNode old, @Nullable String hash, JsonNode view) {
        if (hash != null && !hash.equals(old.path("hash").asString(""))) {
            throw new SlackFault("hash_conflict");
        }
        Member owner = ownerOf(workspace, old);
        if (old.path("type").asString("").equals("home")) {
            return publish(owner, null, view);
        }
        ObjectNode updated = modal(workspace, view, old);
        updated.set("root_view_id", old.get("root_view_id"));
        updated.set("previous_view_id", old.get("previous_view_id"));
        show(
                owner,
                stack(owner).stream()
                        .map(open -> idOf(open).equals(idOf(old)) ? updated : open)
                        .toList());
        return updated;
    }

    synchronized ObjectNode publish(Member member, @Nullable String hash, JsonNode view) {
        refuse(ViewRules.home(view), view);
        Optional<ObjectNode> old = home(member);
        if (hash != null
                && !old.map(home -> home.path("hash").asString("")).orElse("").equals(hash)) {
            throw new SlackFault("hash_conflict");
        }
        ObjectNode home = completed(member.workspace(), view, old.orElse(null));
        home.set("root_view_id", home.get("id"));
        home.putNull("previous_view_id");
        journal.put(homeKey(member), home);
        changed.accept(member.user().handle());
        return home;
    }

    Optional<ObjectNode> home(Member member) {
        return journal.get(homeKey(member), ObjectNode.class);
    }

    /** The modals this person has open, the topmost last. */
    synchronized List<ObjectNode> stack(Member member) {
        return stacks.getOrDefault(member.user().handle(), List.of());
    }

    Optional<ObjectNode> find(Workspace workspace, String viewId) {
        return all(workspace).stream().filter(view -> idOf(view).equals(viewId)).findFirst();
    }

    Optional<ObjectNode> findByExternalId(Workspace workspace, String externalId) {
        return all(workspace).stream()
                .filter(view -> !externalId.isEmpty())
                .filter(view -> view.path("external_id").asString("").equals(externalId))
                .findFirst();
    }

    /** Closes this modal and those on top of it. */
    synchronized void close(Member member, String viewId) {
        List<ObjectNode> kept = stack(member).stream()
                .takeWhile(view -> !idOf(view).equals(viewId))
                .toList();
        show(member, kept);
    }

    void clear(Member member) {
        show(member, List.of());
    }

    private synchronized void show(Member member, List<ObjectNode> stack) {
        stacks.put(member.user().handle(), List.copyOf(stack));
        changed.accept(member.user().handle());
    }

    private ObjectNode modal(Workspace workspace, JsonNode view, @Nullable ObjectNode old) {
        refuse(ViewRules.modal(view), view);
        String externalId = view.path("external_id").asString("");
        boolean taken = findByExternalId(workspace, externalId)
                .filter(other -> old == null || !idOf(other).equals(idOf(old)))
                .isPresent();
        if (taken) {
            throw new SlackFault("duplicate_external_id");
        }
        return completed(workspace, view, old);
    }

    private ObjectNode completed(Workspace workspace, JsonNode view, @Nullable ObjectNode old) {
        long number = made.incrementAndGet();
        ObjectNode full = ((ObjectNode) view).deepCopy();
        Ids.complete(full.path("blocks"));
        String id = old == null ? "V" + Long.toString(number, 36).toUpperCase(Locale.ROOT) : idOf(old);
        full.put("id", id)
                .put("team_id", workspace.id())
                .put("hash", number / 1000 + "." + Long.toHexString(number))
                .put("app_id", workspace.app().id())
                .put("app_installed_team_id", workspace.id())
                .put("bot_id", workspace.bot().botId());
        for (String field : List.of("private_metadata", "callback_id", "external_id")) {
            full.put(field, view.path(field).asString(""));
        }
        for (String flag : List.of("clear_on_close", "notify_on_close")) {
            full.put(flag, view.path(flag).asBoolean(false));
        }
        full.putObject("state").putObject("values");
        return full;
    }

    private List<ObjectNode> all(Workspace workspace) {
        List<ObjectNode> all = new ArrayList<>();
        for (Member member : workspace.members()) {
            all.addAll(stack(member));
            home(member).ifPresent(all::add);
        }
        return all;
    }

    private Member ownerOf(Workspace workspace, ObjectNode view) {
        return workspace.members().stream()
                .filter(member -> Optional.of(idOf(view)).equals(home(member).map(Views::idOf))
                        || stack(member).stream().anyMatch(open -> idOf(open).equals(idOf(view))))
                .findFirst()
                .orElseThrow(() -> new SlackFault("not_found"));
    }

    private static void refuse(List<String> faults, JsonNode view) {
        if (!faults.isEmpty()) {
            throw new SlackFault("invalid_arguments", faults);
        }
        if (view.toString().length() > MAX_CHARS) {
            throw new SlackFault("view_too_large");
        }
    }

    private static String homeKey(Member member) {
        return "slack/home/" + member.workspace().id() + "/" + member.id();
    }

    private static String idOf(JsonNode view) {
        return view.path("id").asString("");
    }
}
