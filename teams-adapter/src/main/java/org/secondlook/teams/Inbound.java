package org.secondlook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.teams.connector.Endpoint;
import org.secondlook.teams.connector.Posted;

/** An activity that was believed and is well formed, in the words that we need. */
record Inbound(Endpoint from, JsonNode activity) {

    private static final Pattern MENTION = Pattern.compile("<at(?: [^>]*)?>[^<]*</at>");
    private static final int HASH_CHARACTERS = 11;

    String type() {
        return text("/type");
    }

    /** What an invoke asks for. */
    String name() {
        return text("/name");
    }

    /** What an installation did. */
    String action() {
        return text("/action");
    }

    String id() {
        return text("/id");
    }

    String tenant() {
        return text("/channelData/tenant/id");
    }

    /** The chat, or the thread in a channel. */
    String conversation() {
        return text("/conversation/id");
    }

    /** A person's own chat with the bot; anything else may be seen by others. */
    boolean isPersonal() {
        return text("/conversation/conversationType").equals("personal");
    }

    /** Whether somebody pressed a button of a card, in a client that sends a message for it. */
    boolean isPress() {
        return activity.path("value").isObject();
    }

    /** What was typed, without the names of whom it was addressed to. */
    String typed() {
        return MENTION.matcher(text("/text")).replaceAll(" ").strip();
    }

    boolean mentionsBot() {
        for (JsonNode entity : activity.path("entities")) {
            if (entity.path("type").asText().equals("mention")
                    && entity.at("/mentioned/id").asText().equals(text("/recipient/id"))) {
                return true;
            }
        }
        return false;
    }

    boolean addsMembers() {
        return !activity.path("membersAdded").isEmpty();
    }

    JsonNode value() {
        return activity.path("value");
    }

    /** The message whose button was pressed. */
    Optional<Posted> pressedOn() {
        return Optional.of(text("/replyToId")).filter(id -> !id.isEmpty()).map(id -> new Posted(conversation(), id));
    }

    /** The bot's own id for whoever did it. */
    Optional<String> user() {
        return Optional.of(text("/from/id")).filter(id -> !id.isEmpty());
    }

    /**
     * Who did it, as the directory may know them. Nobody for the guest of a meeting and the like, and nobody in a shared
     * channel: people of other organisations write there under the tenant of its owner.
     */
    Optional<PlatformIdentity> by() {
        return Optional.of(text("/from/aadObjectId"))
                .filter(id -> !id.isEmpty() && !isShared())
                .map(id -> new PlatformIdentity(Platform.TEAMS, tenant(), id));
    }

    /** Ids of messages are times, and may be the same in two chats: the conversation is part of the name. */
    TurnId turn() {
        return new TurnId("teams." + id() + "." + hash(conversation()).substring(0, HASH_CHARACTERS));
    }

    /** The same when the same is delivered again. */
    String fingerprint() {
        return hash(String.join(
                "\n",
                from.registration().appId(),
                conversation(),
                id(),
                text("/from/aadObjectId"),
                text("/text"),
                value().toString()));
    }

    /** A channel that other organisations may be part of. */
    private boolean isShared() {
        return text("/channelData/channel/type").equalsIgnoreCase("shared");
    }

    private String text(String pointer) {
        String text = activity.at(pointer).textValue();
        return text == null ? "" : text;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }
}
