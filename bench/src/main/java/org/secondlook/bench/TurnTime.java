package org.secondlook.bench;

import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.ConversationState;
import com.microsoft.bot.builder.MemoryStorage;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.builder.TurnContextImpl;
import com.microsoft.bot.builder.adapters.TestAdapter;
import com.microsoft.bot.dialogs.DialogSet;
import com.microsoft.bot.dialogs.DialogTurnStatus;
import com.microsoft.bot.dialogs.WaterfallDialog;
import com.microsoft.bot.dialogs.WaterfallStep;
import com.microsoft.bot.dialogs.prompts.PromptOptions;
import com.microsoft.bot.dialogs.prompts.TextPrompt;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ConversationReference;
import com.microsoft.bot.schema.ResourceResponse;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What one answer to one question costs: the engine on its store, and a dialog of the Bot Framework SDK in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TurnTime {

    /** Concerns that are raised one after the other, each by somebody else. */
    @State(Scope.Thread)
    public static class Concerns {

        private static final int RAISERS = 2_000;

        private final Path folder = Folders.empty("turns");
        private final Northshire world = new Northshire(5, RAISERS / 5);
        private final Office office = new Office(folder, world);
        private int raiser;
        private Office.Employee person = office.person(Northshire.raiser(0));
        private Filling filling = filling();

        /** The first concern begins. */
        @Setup
        public void begin() {
            person.begins();
        }

        /** Takes the next turn: an answer, the sending after the last of them, or the beginning of the next concern. */
        Object turn() {
            if (person.has("Continue")) {
                person.fills(filling);
            } else if (person.has("Send to")) {
                person.presses("Send to");
            } else {
                raiser = (raiser + 1) % RAISERS;
                person = office.person(Northshire.raiser(raiser));
                filling = filling();
                person.begins();
            }
            return person.screen();
        }

        private Filling filling() {
            return new Filling(world.concern(raiser, "2026-11-30"), "2026-12-04");
        }

        /** Ends the server. */
        @TearDown
        public void end() {
            office.close();
            Folders.delete(folder);
        }
    }

    /** A dialog of 20 text prompts whose state is kept in memory; once it ends it begins again. */
    private static final class Prompts {

        private static final int MANY = 20;

        private final ConversationState state = new ConversationState(new MemoryStorage());
        private final DialogSet dialogs = new DialogSet(state.createProperty("dialogs"));

        Prompts() {
            List<WaterfallStep> steps = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                PromptOptions options = new PromptOptions();
                options.setPrompt(text("Question " + (i + 1) + " of 20. What do you see?"));
                steps.add(step -> step.prompt("text", options));
            }
            dialogs.add(new TextPrompt("text"));
            dialogs.add(new WaterfallDialog("concern", steps));
        }

        CompletableFuture<Void> take(TurnContext turn) {
            return dialogs.createContext(turn)
                    .thenCompose(context -> context.continueDialog()
                            .thenCompose(result -> result.getStatus() == DialogTurnStatus.EMPTY
                                            || result.getStatus() == DialogTurnStatus.COMPLETE
                                    ? context.beginDialog("concern")
                                    : CompletableFuture.completedFuture(result)))
                    .thenCompose(result -> state.saveChanges(turn));
        }
    }

    private static Activity text(String text) {
        Activity activity = new Activity(ActivityTypes.MESSAGE);
        activity.setText(text);
        return activity;
    }

    /** The dialog under the adapter that the SDK has for tests, which prints what it sends. */
    @State(Scope.Thread)
    public static class UnderTestAdapter {

        private final Prompts prompts = new Prompts();
        private final TestAdapter adapter = new TestAdapter();
        private final PrintStream printed = System.out;

        /** What the adapter prints goes nowhere. */
        @Setup
        public void mute() {
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }

        Object turn() {
            adapter.sendTextToBot(Filling.SAID, prompts::take).join();
            Activity reply = adapter.getNextReply();
            if (reply == null) {
                throw new IllegalStateException("Expected the next question");
            }
            return reply;
        }

        /** Prints again. */
        @TearDown
        public void unmute() {
            System.setOut(printed);
        }
    }

    /** The dialog under an adapter that does nothing but keep the last reply. */
    @State(Scope.Thread)
    public static class UnderMinimalAdapter {

        private final Prompts prompts = new Prompts();
        private final Minimal adapter = new Minimal();
        private final ConversationReference reference =
                TestAdapter.createConversationReference("concern", "somebody", "bot");

        Object turn() {
            adapter.last = null;
            Activity activity = text(Filling.SAID).applyConversationReference(reference, true);
            adapter.runPipeline(new TurnContextImpl(adapter, activity), prompts::take)
                    .join();
            if (adapter.last == null) {
                throw new IllegalStateException("Expected the next question");
            }
            return adapter.last;
        }
    }

    private static final class Minimal extends BotAdapter {

        private @Nullable Activity last;

        @Override
        public CompletableFuture<Void> runPipeline(TurnContext turn, BotCallbackHandler callback) {
            return super.runPipeline(turn, callback);
        }

        @Override
        public CompletableFuture<ResourceResponse[]> sendActivities(TurnContext turn, List<Activity> activities) {
            last = activities.get(activities.size() - 1);
            return CompletableFuture.completedFuture(activities.stream()
                    .map(sent -> new ResourceResponse("sent"))
                    .toArray(ResourceResponse[]::new));
        }

        @Override
        public CompletableFuture<ResourceResponse> updateActivity(TurnContext turn, Activity activity) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Void> deleteActivity(TurnContext turn, ConversationReference conversation) {
            throw new UnsupportedOperationException();
        }
    }

    /** A turn that is on the disk when it is answered. */
    @Benchmark
    public Object durableTurn(Concerns concerns) {
        return concerns.turn();
    }

    /** A turn of the SDK as its own tests run one. */
    @Benchmark
    public Object dialogUnderTestAdapter(UnderTestAdapter dialog) {
        return dialog.turn();
    }

    /** A turn of the SDK at its best. */
    @Benchmark
    public Object dialogUnderMinimalAdapter(UnderMinimalAdapter dialog) {
        return dialog.turn();
    }
}
