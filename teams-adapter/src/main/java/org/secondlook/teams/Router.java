package org.secondlook.teams;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.builder.teams.TeamsActivityHandler;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import com.microsoft.bot.schema.AdaptiveCardInvokeValue;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.teams.TaskModuleRequest;
import com.microsoft.bot.schema.teams.TaskModuleResponse;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.secondlook.core.turn.Turn;

/**
 * Routes one activity by its type and name, as the Bot Framework SDK tells them apart. The SDK is given no more than it
 * routes by: it fails on times that Teams writes, and on values of another shape than it expects.
 */
final class Router extends TeamsActivityHandler {

    /** The types that are answered; of all others Teams only wants to know that they arrived. */
    private static final Set<String> TYPES = Set.of("message", "invoke", "conversationUpdate", "installationUpdate");

    private static final Set<String> INVOKES = Set.of("adaptiveCard/action", "task/fetch", "task/submit");
    private static final int NOT_IMPLEMENTED = 501;

    /** Says what the bot is, whatever the person has begun: no word of a case is in the answer. */
    private static final Turn.Input HELLO = new Turn.Begun("hello");

    /** What was sent without a word: a picture, a file. */
    private static final Turn.Input HELP = new Turn.Typed("help");

    private final Inbound inbound;
    private final boolean first;
    private final Answers answers;

    /** @param first whether we never heard from this chat before */
    Router(Inbound inbound, boolean first, Answers answers) {
        this.inbound = inbound;
        this.first = first;
        this.answers = answers;
    }

    /** What an invoke is answered with; nothing for anything else. */
    Optional<InvokeResponse> route() {
        InvokeResponses responses = new InvokeResponses();
        if (TYPES.contains(inbound.type())) {
            onTurn(new TurnContextImpl(responses, activity())).join();
        }
        return responses.taken();
    }

    @Override
    protected CompletableFuture<Void> onMessageActivity(TurnContext context) {
        return done(() -> {
            if (inbound.isPress()) {
                answers.pressedByMessage(inbound);
            } else if (inbound.isPersonal()) {
                answers.say(inbound, inbound.typed().isEmpty() ? HELP : new Turn.Typed(inbound.typed()));
            } else if (inbound.mentionsBot()) {
                answers.say(inbound, HELLO);
            }
            return null;
        });
    }

    /** Not as the SDK does it: it would ask the Connector about each new member of a team. */
    @Override
    protected CompletableFuture<Void> onConversationUpdateActivity(TurnContext context) {
        return inbound.addsMembers() ? welcome() : done(() -> null);
    }

    @Override
    protected CompletableFuture<Void> onInstallationUpdateAdd(TurnContext context) {
        return welcome();
    }

    @Override
    protected CompletableFuture<InvokeResponse> onInvokeActivity(TurnContext context) {
        return INVOKES.contains(inbound.name())
                ? super.onInvokeActivity(context)
                : done(() -> new InvokeResponse(NOT_IMPLEMENTED, ""));
    }

    @Override
    protected CompletableFuture<AdaptiveCardInvokeResponse> onAdaptiveCardInvoke(
            TurnContext context, AdaptiveCardInvokeValue value) {
        return done(() -> answers.pressed(inbound));
    }

    @Override
    protected CompletableFuture<TaskModuleResponse> onTeamsTaskModuleFetch(
            TurnContext context, TaskModuleRequest request) {
        return done(() -> answers.pressedForDialog(inbound));
    }

    @Override
    protected CompletableFuture<TaskModuleResponse> onTeamsTaskModuleSubmit(
            TurnContext context, TaskModuleRequest request) {
        return done(() -> answers.pressedForDialog(inbound));
    }

    /** Once, in a person's own chat: Teams tells of it in two events. */
    private CompletableFuture<Void> welcome() {
        return done(() -> {
            if (first) {
                answers.say(inbound, HELLO);
            }
            return null;
        });
    }

    private Activity activity() {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("action").put("type", inbound.value().at("/action/type").asText());
        Activity activity = new Activity(inbound.type());
        activity.setName(inbound.name());
        activity.setAction(inbound.action());
        activity.setValue(value);
        activity.setConversation(new ConversationAccount(inbound.conversation()));
        activity.setFrom(new ChannelAccount(inbound.user().orElse("")));
        return activity;
    }

    private static <T> CompletableFuture<T> done(Supplier<@Nullable T> step) {
        try {
            return CompletableFuture.completedFuture(step.get());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
