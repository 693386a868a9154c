package org.secondlook.teams.connector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.ErrorResponseException;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import com.microsoft.bot.schema.ResourceResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.secondlook.teams.settings.TeamsSettings;
import org.secondlook.teams.token.AccessTokens;

/**
 * The Bot Connector service. Every request is made once and answered within the time that is set; whoever wants another
 * try makes it later. Teams takes 7 messages a second in a conversation, and 28 KB a card, as documented.
 */
public final class Connector implements AutoCloseable {

    private final TeamsSettings settings;
    private final AccessTokens tokens;
    private final Clients clients;
    private final Faults faults;

    /**
     * Makes no request yet.
     *
     * @param clock the wire clock
     */
    public Connector(TeamsSettings settings, AccessTokens tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clients = new Clients(settings, tokens);
        this.faults = new Faults(clock);
    }

    /** Says something in a chat, or in a thread of a channel. */
    public Posted send(Endpoint at, String conversation, CardMessage message) {
        String id = call(at, c -> c.sendToConversation(conversation, message.activity()))
                .map(ResourceResponse::getId)
                .orElse("");
        return new Posted(conversation, id);
    }

    /** Puts a message in the place of one that was sent before. */
    public void update(Endpoint at, Posted before, CardMessage message) {
        call(at, c -> c.updateActivity(before.conversation(), before.activity(), message.activity()));
    }

    /** Begins a thread in a channel. */
    public Posted post(Endpoint at, String channel, CardMessage message) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putObject("channel").put("id", channel);
        ConversationParameters thread = new ConversationParameters();
        thread.setIsGroup(true);
        thread.setBot(new ChannelAccount(at.bot()));
        thread.setChannelData(data);
        thread.setActivity(message.activity());
        return call(at, c -> c.createConversation(thread))
                .map(created -> new Posted(text(created.getId()), text(created.getActivityId())))
                .orElseGet(() -> new Posted(channel, ""));
    }

    /**
     * Opens the chat of a person with the bot; the same each time.
     *
     * @param user such as {@code 29:...}, or their Entra object id
     */
    public String open(Endpoint at, String tenant, String user) {
        ConversationParameters chat = new ConversationParameters();
        chat.setIsGroup(false);
        chat.setBot(new ChannelAccount(at.bot()));
        chat.setMembers(List.of(new ChannelAccount(user)));
        chat.setTenantId(tenant);
        return ask(at, c -> c.createConversation(chat))
                .map(ConversationResourceResponse::getId)
                .orElseThrow(() -> UndeliveredException.permanent("no chat with the person"));
    }

    /** Somebody in a conversation; nothing if they are not in it. */
    public Optional<Member> member(Endpoint at, String conversation, String user) {
        try {
            return ask(at, c -> c.getConversationMember(user, conversation))
                    .filter(member -> member.getId() != null && member.getName() != null)
                    .map(member -> new Member(member.getId(), member.getName()));
        } catch (UndeliveredException e) {
            if (e.isPermanent()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        clients.close();
    }

    private static String text(@Nullable String id) {
        return id == null ? "" : id;
    }

    /** The same, of a request that posts nothing. */
    private <T> Optional<T> ask(Endpoint at, Function<Conversations, CompletableFuture<T>> request) {
        try {
            return call(at, request);
        } catch (UndeliveredException e) {
            throw e.ofNoMessage();
        }
    }

    /** What the Connector answered; nothing if it took the request, but its answer could not be read. */
    private <T> Optional<T> call(Endpoint at, Function<Conversations, CompletableFuture<T>> request) {
        if (!settings.serviceUrls().allows(at.serviceUrl())) {
            throw UndeliveredException.permanent("service url not allowed");
        }
        try {
            return Optional.ofNullable(request.apply(clients.at(at)).join());
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof ErrorResponseException answer
                    && answer.response().isSuccessful()) {
                return Optional.empty();
            }
            if (Faults.isUnauthorized(cause)) {
                tokens.forget(at.registration());
            }
            throw faults.of(cause);
        }
    }
}
