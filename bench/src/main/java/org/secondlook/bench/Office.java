package org.secondlook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Platform;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.View;
import org.secondlook.core.outbox.Delivery;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.outbox.Letter;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.Ids;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.PostRoom;
import org.secondlook.core.turn.Scenes;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnEngine;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.secondlook.store.server.RedisServer;
import redis.clients.jedis.UnifiedJedis;

/** The engine on its real store, in this process: everything but the platforms. Its clock stands still until moved. */
final class Office implements AutoCloseable {

    /** A Tuesday at 10. */
    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

    private final RedisServer server;
    private final RedisStore redis;
    private final CaseStore store;
    private final UnifiedJedis connection;
    private final Partnership partnership;
    private final Scenes scenes;
    private final Hands clock = new Hands();
    private final TurnEngine engine;
    private final PostRoom postRoom;
    private final Map<PlatformIdentity, Deque<View>> letters = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    Office(Path folder, Northshire world) {
        this.server = Folders.redis(folder);
        this.redis = RedisStore.open(Folders.of(server), false);
        this.connection = server.address().connect();
        Path keyFile = folder.resolve("keys.json");
        KeyFile keys = Files.exists(keyFile) ? KeyFile.open(keyFile) : KeyFile.openOrCreate(keyFile);
        this.store = redis.cases(keys);
        this.partnership = world.partnership();
        Partnerships partnerships = new Partnerships() {
            @Override
            public Collection<Partnership> all() {
                return List.of(partnership);
            }
        };
        this.scenes = new Scenes(partnerships, () -> KnownHolidays.BUNDLED, Texts.shipped(), keys.buttons());
        this.engine = new TurnEngine(scenes, Questionnaires.shipped(), store, clock, new RandomIds());
        this.postRoom = new PostRoom(
                scenes,
                store,
                Stream.of(new Letterbox(Platform.SLACK), new Letterbox(Platform.TEAMS)),
                (where, flows) -> Duration.ZERO,
                clock,
                Clock.systemUTC(),
                new Random(7));
    }

    CaseStore store() {
        return store;
    }

    /** A connection beside the store's own, to look at what it keeps. */
    UnifiedJedis connection() {
        return connection;
    }

    Partnership partnership() {
        return partnership;
    }

    /** Takes the turns of the clock. */
    Clockwork clockwork() {
        return new Clockwork(scenes, store, clock);
    }

    Instant now() {
        return clock.instant();
    }

    void moveTo(Instant time) {
        clock.now = time;
    }

    /** Lets the time pass in which what was sent can be taken back, and delivers it. */
    void deliver() {
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        while (postRoom.run() > 0) {
            // Until nothing is left.
        }
    }

    Employee person(String id) {
        return new Employee(partnership
                .directory()
                .person(new PersonId(id))
                .orElseThrow()
                .identities()
                .get(0));
    }

    @Override
    public void close() {
        connection.close();
        redis.close();
        server.close();
    }

    /** Somebody at their screen. */
    final class Employee {

        private final PlatformIdentity identity;
        private @org.jspecify.annotations.Nullable View screen;

        private Employee(PlatformIdentity identity) {
            this.identity = identity;
        }

        View screen() {
            if (screen == null) {
                throw new IllegalStateException("Expected a screen");
            }
            return screen;
        }

        void begins() {
            take(new Turn.Begun(""));
        }

        /** Opens the oldest message that is not opened yet, by its button; false if there is none. */
        boolean opensMessage(String button) {
            Deque<View> waiting = letters.getOrDefault(identity, new ArrayDeque<>());
            for (View letter = waiting.poll(); letter != null; letter = waiting.poll()) {
                if (letter.allActions().anyMatch(action -> action.label().startsWith(button))) {
                    screen = letter;
                    presses(button);
                    return true;
                }
            }
            return false;
        }

        void presses(String label) {
            press(label, Map.of());
        }

        /** Fills in one screen and goes on. */
        void fills(Filling filling) {
            press("Continue", filling.entered(screen()));
        }

        /** Fills in screen after screen until there is a button that begins so, and presses it. */
        void fills(Filling filling, String button) {
            for (int screens = 0; !has(button); screens++) {
                if (screens > 25) {
                    throw new IllegalStateException("Expected to come to " + button + ", but was at " + screen());
                }
                fills(filling);
            }
            presses(button);
        }

        boolean has(String label) {
            return screen().allActions().anyMatch(action -> action.label().startsWith(label));
        }

        private void press(String label, Map<String, List<String>> entered) {
            String token = screen().allActions()
                    .filter(action -> action.label().startsWith(label))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("Expected a button " + label + ", but found " + screen()))
                    .token();
            take(new Turn.Pressed(token, entered));
        }

        private void take(Turn.Input input) {
            TurnId id = new TurnId("slack." + turns.incrementAndGet() + ".7240915562210.5b0e6d1e");
            screen = engine.handle(new Turn(id, identity, input)).orElseThrow().view();
        }
    }

    private final class Letterbox implements Messenger {

        private final Platform platform;

        Letterbox(Platform platform) {
            this.platform = platform;
        }

        @Override
        public Platform platform() {
            return platform;
        }

        @Override
        public List<Flow> flows(Letter letter) {
            return List.of();
        }

        @Override
        public Delivery send(Letter letter) {
            letters.computeIfAbsent(letter.person(), person -> new ArrayDeque<>())
                    .add(letter.view());
            return new Delivery.Delivered("there");
        }
    }

    private static final class Hands extends Clock {

        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class RandomIds implements Ids {

        @Override
        public CaseId newCase() {
            return new CaseId(UUID.randomUUID().toString());
        }

        @Override
        public ConversationId newConversation() {
            return new ConversationId(UUID.randomUUID().toString());
        }
    }
}
