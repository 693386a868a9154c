package org.secondlook.teams;

import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes from the SDK what one invoke is answered with. Nothing is sent by way of the SDK. */
final class InvokeResponses extends BotAdapter {

    private @Nullable InvokeResponse response;

    Optional<InvokeResponse> taken() {
        return Optional.ofNullable(response);
    }

    /** The SDK asks each response for its id, so that there must be one for each activity. */
    @Override
    public CompletableFuture<ResourceResponse[]> sendActivities(TurnContext context, List<Activity> activities) {
        activities.forEach(this::take);
        return CompletableFuture.completedFuture(
                activities.stream().map(activity -> new ResourceResponse()).toArray(ResourceResponse[]::new));
    }

    private void take(Activity activity) {
        if (!activity.isType(ActivityTypes.INVOKE_RESPONSE)) {
            throw unexpected();
        }
        response = (InvokeResponse) activity.getValue();
    }

    @Override
    public CompletableFuture<ResourceResponse> updateActivity(TurnContext context, Activity activity) {
        throw unexpected();
    }

    @Override
    public CompletableFuture<Void> deleteActivity(TurnContext context, ConversationReference reference) {
        throw unexpected();
    }

    private static UnsupportedOperationException unexpected() {
        return new UnsupportedOperationException("Expected only answers to invokes to be sent by way of the SDK");
    }
}
