package org.secondlook.teams;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Turn;
import org.secondlook.teams.card.Cards;
import org.secondlook.teams.connector.Connector;
import org.secondlook.teams.settings.TeamsSettings;
import org.secondlook.teams.token.AccessTokens;
import org.secondlook.teams.token.TokenCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything of Teams, put together: what takes activities in, and what sends letters out. */
public final class TeamsAdapter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TeamsAdapter.class);

    private final TokenCheck tokens;
    private final Connector connector;
    private final TeamsController controller;
    private final TeamsMessenger messenger;

    /**
     * What the adapter needs of where it runs.
     *
     * @param clock the wire clock
     * @param background where signing keys are fetched while nobody waits
     * @param refusals counts what was refused
     */
    public record Surroundings(Clock clock, Executor background, Refusals refusals) {}

    /**
     * Makes no request yet.
     *
     * @param engine takes a turn, as the turn engine of the core does
     */
    public TeamsAdapter(
            TeamsSettings settings,
            Function<Turn, Optional<Reply>> engine,
            FixedViews fixed,
            ConversationReferences references,
            Surroundings around) {
        if (settings.serviceUrls().includesLoopback()) {
            log.warn("Teams is set up to be tried out: service URLs on loopback are allowed");
        }
        this.tokens = new TokenCheck(settings, around.clock(), around.background());
        this.connector = new Connector(settings, new AccessTokens(settings, around.clock()), around.clock());
        Cards cards = new Cards();
        Addresses addresses = new Addresses(settings, references);
        Post post = new Post(settings, addresses, connector);
        Turns turns = new Turns(engine, fixed, around.refusals());
        Answers answers = new Answers(turns, cards, connector, post);
        Envelope envelope = new Envelope(settings.serviceUrls());
        Inbox inbox = new Inbox(envelope, addresses, answers, around.refusals());
        this.controller = new TeamsController(tokens, inbox, around.refusals());
        this.messenger = new TeamsMessenger(post, cards);
    }

    /** Fetches the signing keys in the background, so that the first activity need not wait for them. */
    public void prepare() {
        tokens.prepare();
    }

    /** Takes what Teams sends. */
    public TeamsController controller() {
        return controller;
    }

    /** Sends what the outbox holds for people and channels in Teams. */
    public TeamsMessenger messenger() {
        return messenger;
    }

    @Override
    public void close() {
        connector.close();
    }
}
