package org.secondlook.teams.connector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.Mention;
import java.util.List;
import java.util.Optional;

/**
 * A message that is one card.
 *
 * @param summary what a notification may show
 * @param alerts whether Teams tells the person of it wherever they are; without it a chat only shows as unread
 * @param mentioned whose attention it wants, in a channel
 */
public record CardMessage(ObjectNode card, String summary, boolean alerts, Optional<Member> mentioned) {

    private static final String CARD = "application/vnd.microsoft.card.adaptive";

    /** One that only shows as unread and mentions nobody. */
    public CardMessage(ObjectNode card, String summary) {
        this(card, summary, false, Optional.empty());
    }

    /** The same, told to the person wherever they are. */
    public CardMessage alerting() {
        return new CardMessage(card, summary, true, mentioned);
    }

    /** The same, with a mention of somebody in the channel. */
    public CardMessage mentioning(Member member) {
        return new CardMessage(card, summary, alerts, Optional.of(member));
    }

    /** The card as the SDK attaches it; JSON, since its validator cannot look into maps on Java 17. */
    public static Attachment attachment(ObjectNode card) {
        Attachment attachment = new Attachment();
        attachment.setContentType(CARD);
        attachment.setContent(card);
        return attachment;
    }

    Activity activity() {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        // The SDK writes the time of a message in a way that nobody reads; Teams knows it better anyway.
        activity.setTimestamp(null);
        activity.setAttachments(List.of(attachment(card)));
        activity.setSummary(summary);
        if (alerts) {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.putObject("notification").put("alert", true);
            activity.setChannelData(data);
        }
        mentioned.ifPresent(member -> {
            Mention mention = mention(member);
            activity.setText(mention.getText());
            activity.setMentions(List.of(mention));
        });
        return activity;
    }

    private static Mention mention(Member member) {
        Mention mention = new Mention();
        mention.setMentioned(new ChannelAccount(member.id(), member.name()));
        mention.setText("<at>" + member.name().replaceAll("[<>&]", "") + "</at>");
        return mention;
    }
}
