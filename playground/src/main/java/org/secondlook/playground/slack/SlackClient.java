package org.secondlook.playground.slack;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Slack client of every person: what it shows and what can be done in it. People are named by their handle. */
public final class SlackClient {

    private final Workspaces workspaces;
    private final Messages messages;
    private final Views views;
    private final Composer composer;
    private final Presses presses;
    private final Modals modals;
    private final AppHome appHome;

    SlackClient(
            Workspaces workspaces,
            Messages messages,
            Views views,
            Composer composer,
            Presses presses,
            Modals modals,
            AppHome appHome) {
        this.workspaces = workspaces;
        this.messages = messages;
        this.views = views;
        this.composer = composer;
        this.presses = presses;
        this.modals = modals;
        this.appHome = appHome;
    }

    /** Where a person acts: a message of a conversation, or a view. */
    public record Place(
            @Nullable String view,
            @Nullable String conversation,
            @Nullable String ts) {}

    public long unread(String person) {
        Member member = member(person);
        return member.workspace().conversationsOf(member.id()).stream()
                .mapToLong(conversation -> messages.unread(conversation, member.id()))
                .sum();
    }

    /** The sidebar, the Home tab and the open modal. */
    public ObjectNode show(String person) {
        return new Screen(member(person), messages, views).client();
    }

    public ObjectNode show(String person, String conversation) {
        Member member = member(person);
        return new Screen(member, messages, views).conversation(conversation(member, conversation));
    }

    public void read(String person, String conversation) {
        Member member = member(person);
        messages.markRead(conversation(member, conversation), member);
    }

    public ObjectNode say(String person, String conversation, String text, String threadTs) {
        Member member = member(person);
        return composer.say(member, conversation(member, conversation), text, threadTs);
    }

    public Outcome command(String person, String conversation, String line) {
        Member member = member(person);
        return composer.command(member, conversation(member, conversation), line);
    }

    public Outcome shortcut(String person, String callbackId) {
        return composer.shortcut(member(person), callbackId);
    }

    /** Opens the tab {@code home} or {@code messages} of the app. */
    public void openAppHome(String person, String tab) {
        appHome.open(member(person), tab);
    }

    public Outcome press(String person, Place place, String element, JsonNode values) {
        Member member = member(person);
        return presses.press(member, surface(member, place), element, values);
    }

    public ArrayNode suggestions(String person, Place place, String element, String typed) {
        Member member = member(person);
        return presses.suggestions(member, surface(member, place), element, typed);
    }

    public Outcome submit(String person, String viewId, JsonNode values) {
        Member member = member(person);
        return modals.submit(member, view(member, viewId), values);
    }

    public void close(String person, String viewId, boolean whole) {
        Member member = member(person);
        modals.close(member, view(member, viewId), whole);
    }

    private Surface surface(Member member, Place place) {
        if (place.view() != null) {
            return Surface.view(view(member, place.view()));
        }
        if (place.conversation() == null || place.ts() == null) {
            throw new IllegalArgumentException("Expected a view, or a conversation with a ts");
        }
        Conversation conversation = conversation(member, place.conversation());
        String ts = place.ts();
        ObjectNode message = messages.find(conversation, ts)
                .or(() -> messages.whispers(conversation, member.id()).stream()
                        .filter(whisper -> whisper.path("ts").asString("").equals(ts))
                        .findFirst())
                .orElseThrow(absent("message " + ts));
        return Surface.message(message, conversation);
    }

    private ObjectNode view(Member member, String viewId) {
        return views.home(member)
                .filter(home -> home.path("id").asString("").equals(viewId))
                .or(() -> views.stack(member).stream()
                        .filter(view -> view.path("id").asString("").equals(viewId))
                        .findFirst())
                .orElseThrow(absent("view " + viewId));
    }

    private Conversation conversation(Member member, String id) {
        return member.workspace()
                .conversation(id)
                .filter(conversation -> conversation.has(member.id()))
                .orElseThrow(absent("conversation " + id));
    }

    private Member member(String person) {
        return workspaces.member(person).orElseThrow(absent("person " + person));
    }

    private static Supplier<NoSuchElementException> absent(String what) {
        return () -> new NoSuchElementException("Expected " + what);
    }
}
