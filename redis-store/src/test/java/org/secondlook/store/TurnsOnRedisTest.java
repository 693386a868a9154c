package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.directory.Directory;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.message.Texts;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Ids;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.RepeatedTurnException;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Scenes;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.turn.Turn;
import org.secondlook.core.turn.TurnEngine;
import org.secondlook.store.server.TestServer;

/** The turns of a person, taken by two instances of the application that share one Redis. */
class TurnsOnRedisTest {

    private static final PersonId ASHA = new PersonId("asha-patel");

    private final PartnershipId here = new PartnershipId("p-" + UUID.randomUUID());
    private final CaseStore store =
            new RedisCaseStore(TestServer.shared().redis(), TestServer.shared().keyFile());
    private final Clock clock = new SettableClock("2026-12-01T10:00");
    private TurnEngine one;
    private TurnEngine other;
    private PlatformIdentity asha;

    @BeforeEach
    void open() throws IOException {
        Protocol protocol =
                PackReader.readBundled(new ProtocolId("bradford", 1)).protocol();
        Partnership partnership =
                new Partnership(here, "Northshire", "NS", protocol.id(), Map.of(protocol.id(), protocol), northshire());
        asha = partnership.directory().person(ASHA).orElseThrow().identities().get(0);
        one = engine(partnership);
        other = engine(partnership);
    }

    private static Directory northshire() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TurnEngine.class.getResourceAsStream("/directories/northshire.yaml"))) {
            return DirectoryReader.read("northshire.yaml", new String(in.readAllBytes(), UTF_8))
                    .directory();
        }
    }

    private TurnEngine engine(Partnership partnership) {
        Partnerships partnerships = new Partnerships() {
            @Override
            public Collection<Partnership> all() {
                return List.of(partnership);
            }
        };
        Scenes scenes = new Scenes(
                partnerships,
                () -> KnownHolidays.BUNDLED,
                Texts.shipped(),
                TestServer.shared().keyFile().buttons());
        return new TurnEngine(scenes, Questionnaires.shipped(), store, clock, new RandomIds());
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

    private Turn turn(String id, Turn.Input input) {
        return new Turn(new TurnId(id), asha, input);
    }

    private List<?> drafts() {
        return store.load(here, new TurnId("none"), Optional.empty(), ASHA).drafts();
    }

    @Test
    void aTurnThatIsDeliveredAgainIsShownTheSame() {
        Turn begins = turn("t-1", new Turn.Begun(""));
        Reply first = one.handle(begins).orElseThrow();
        Reply again = other.handle(begins).orElseThrow();

        assertThat(again.view().id()).isEqualTo(first.view().id());
        assertThat(again.view().inputs()).isEqualTo(first.view().inputs());
        assertThat(drafts()).hasSize(1);
        assertThatThrownBy(() -> one.handle(turn("t-1", new Turn.Begun("raise"))))
                .isInstanceOf(RepeatedTurnException.class);
    }

    @Test
    void aTurnThatIsDeliveredToBothAtOnceHappensOnce() {
        Turn begins = turn("t-1", new Turn.Begun(""));

        IntStream.range(0, 16).parallel().forEach(i -> (i % 2 == 0 ? one : other).handle(begins));

        assertThat(drafts()).hasSize(1);
    }

    @Test
    void aButtonThatOneDrewIsUnderstoodByTheOther() {
        Reply first = one.handle(turn("t-1", new Turn.Begun(""))).orElseThrow();
        String help = first.view()
                .allActions()
                .filter(action -> action.label().startsWith("Help"))
                .findFirst()
                .orElseThrow()
                .token();

        assertThat(help).hasSizeLessThan(2_000);
        Reply next = other.handle(turn("t-2", new Turn.Pressed(help, Map.of()))).orElseThrow();
        assertThat(next.view().id()).isNotEqualTo(first.view().id());
    }
}
