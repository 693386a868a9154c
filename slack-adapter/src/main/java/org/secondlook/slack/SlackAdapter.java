package org.secondlook.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot in Slack: a servlet that takes what people do there to the engine, and a messenger that posts what the outbox
 * holds. One is enough for all workspaces; it holds no state but what it saw in the last 10 minutes.
 */
public final class SlackAdapter implements AutoCloseable {

    /** Where the servlet is to be reached: the request URL of the app, for events, commands and interactions alike. */
    public static final String PATH = "/slack/events";

    private static final Logger log = LoggerFactory.getLogger(SlackAdapter.class);

    private static final int MOST_SEEN = 50_000;

    private final SlackConfig config;
    private final HttpServlet servlet;
    private final Messenger messenger;

    /**
     * @param engine handles a turn and stores what it changes; says nothing for people the directory does not know
     * @param wireClock the clock of the machine, not of the cases
     * @param arrivals is told of what Slack delivers
     * @param incidents counts what happens; called in the threads of requests
     */
    public SlackAdapter(
            SlackSettings settings,
            Function<Turn, Optional<Reply>> engine,
            FixedViews fixed,
            Clock wireClock,
            Arrivals arrivals,
            Consumer<Incident> incidents) {
        if (settings.isPlainHttp()) {
            log.warn("Slack is called without encryption, on this machine only apiBaseUrl={}", settings.apiBaseUrl());
        }
        this.config = config(settings);
        Slack answering = slack(config, settings.answerTimeout());
        Workspaces workspaces = new Workspaces(settings, answering);
        Listeners listeners = new Listeners(
                workspaces,
                new Reception(engine, fixed, incidents),
                new RecentlySeen(MOST_SEEN, wireClock),
                fixed,
                arrivals,
                incidents);
        App app = listeners.app(answering);
        this.servlet = new SlackServlet(
                new RequestSignature(settings.signingSecret(), wireClock),
                new RecentlySeen(MOST_SEEN, wireClock),
                app,
                incidents);
        this.messenger = new SlackMessenger(new Workspaces(settings, slack(config, settings.sendTimeout())));
    }

    /** To be reached at {@link #PATH}, before anything that reads the body. */
    public HttpServlet servlet() {
        return servlet;
    }

    /** Sends what the outbox holds for people and channels in Slack. */
    public Messenger messenger() {
        return messenger;
    }

    /** Ends the threads of the SDK. */
    @Override
    public void close() {
        try {
            config.close();
        } catch (Exception e) {
            // SlackConfig.close declares it; the process ends anyway.
            log.warn(
                    "Threads of the Slack SDK not ended reason={}", e.getClass().getName());
        }
    }

    /** One for the process: each starts threads of its own, which its statistics would use (java-slack-sdk #1060). */
    private static SlackConfig config(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setMethodsEndpointUrlPrefix(settings.apiBaseUrl().toString());
        return config;
    }

    /** A call is made once: a repetition could post twice, and a trigger serves only once. */
    private static Slack slack(SlackConfig config, Duration timeout) {
        OkHttpClient client = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .callTimeout(timeout)
                .retryOnConnectionFailure(false)
                .build();
        return Slack.getInstance(config, new SlackHttpClient(client));
    }
}
