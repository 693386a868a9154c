package org.secondlook.teams.connector;

import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.connector.rest.RestConnectorClient;
import com.microsoft.bot.restclient.retry.RetryStrategy;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Response;
import org.secondlook.teams.settings.TeamsSettings;
import org.secondlook.teams.token.AccessTokens;

/**
 * The clients of the Connector: one for each endpoint, made when it is first needed, all with the same connections. The
 * client of the Bot Framework SDK retries at once and several times; here it never does.
 */
final class Clients implements AutoCloseable {

    /** A tenant has one or two endpoints; more than this are not kept. */
    private static final int MOST = 64;

    private static final int MOST_AT_ONCE = 64;

    private static final RetryStrategy NEVER = new RetryStrategy("never", false) {
        @Override
        public boolean shouldRetry(int retries, Response response) {
            return false;
        }
    };

    private final TeamsSettings settings;
    private final AccessTokens tokens;
    private final ConnectionPool connections = new ConnectionPool();
    private final Dispatcher dispatcher = new Dispatcher();
    private final Map<Endpoint, Conversations> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Endpoint, Conversations> eldest) {
            return size() > MOST;
        }
    };

    Clients(TeamsSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    }

    Conversations at(Endpoint endpoint) {
        synchronized (clients) {
            return clients.computeIfAbsent(endpoint, this::client);
        }
    }

    @Override
    public void close() {
        dispatcher.executorService().shutdown();
        connections.evictAll();
    }

    private Conversations client(Endpoint endpoint) {
        BotCredentials credentials =
                new BotCredentials(endpoint.registration(), tokens, settings.serviceUrls(), settings.timeouts());
        return new RestConnectorClient(
                        RestConnectorClient.getDefaultRestClientBuilder(endpoint.serviceUrl(), credentials)
                                .withConnectionPool(connections)
                                .withDispatcher(dispatcher)
                                .withRetryStrategy(NEVER)
                                .build())
                .getConversations();
    }
}
