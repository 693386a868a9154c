package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Position;
import org.secondlook.core.conversation.Task;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Earlier;
import org.secondlook.core.turn.Versioned;

class StoredValuesTest {

    @TempDir
    private Path folder;

    private StoredValues values;

    @BeforeEach
    void open() {
        Seals seals = KeyFile.openOrCreate(folder.resolve("keys.json")).seals();
        values = new StoredValues(new PartnershipId("northshire"), seals);
    }

    @Test
    void readEveryConversationThereCanBe() {
        for (int seed = 0; seed < 100; seed++) {
            Conversation conversation = new Anything(seed).of(Conversation.class);
            Versioned<Conversation> versioned = new Versioned<>(conversation, seed);

            Versioned<Conversation> read = values.conversation(conversation.id(), values.write(versioned));

            assertThat(read).as("seed %d", seed).isEqualTo(versioned);
            assertThat(new ArrayList<>(read.value().answers().keySet()))
                    .isEqualTo(new ArrayList<>(conversation.answers().keySet()));
        }
    }

    @Test
    void readAnAnswerThatWasCutInTheMiddleOfAnEmoji() {
        Conversation conversation = new Conversation(
                new ConversationId("c-1"),
                new PersonId("asha-patel"),
                Task.raise(),
                Position.at("P-6"),
                Map.of("P-6", List.of("Too long \uD83D, and then more \uDC76")),
                false,
                Instant.EPOCH,
                Instant.EPOCH);

        byte[] stored = values.write(new Versioned<>(conversation, 1));

        assertThat(values.conversation(conversation.id(), stored).value()).isEqualTo(conversation);
    }

    @Test
    void knowAConversationAgainByWhatIsStoredOfItAndByNothingElse() {
        AlreadyRead read = AlreadyRead.some();
        Seals seals = KeyFile.openOrCreate(folder.resolve("keys.json")).seals();
        StoredValues remembering = new StoredValues(new PartnershipId("northshire"), seals, read);
        Conversation conversation = new Anything(1).of(Conversation.class);
        byte[] stored = remembering.write(new Versioned<>(conversation, 1));
        String moved = new String(stored, UTF_8).replaceFirst("^1 ", "2 ");

        assertThat(remembering.conversation(conversation.id(), stored).value()).isSameAs(conversation);
        assertThatThrownBy(() -> remembering.conversation(conversation.id(), moved.getBytes(UTF_8)))
                .isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> remembering.conversation(new ConversationId("another"), stored))
                .isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void readEveryMessageThereCanBe() {
        for (int seed = 0; seed < 100; seed++) {
            OutboxMessage message = new Anything(seed).of(OutboxMessage.class);

            assertThat(values.message(values.write(message)))
                    .as("seed %d", seed)
                    .isEqualTo(message);
        }
    }

    @Test
    void openWhatATurnLedToUnderItsOwnNameOnly() {
        Earlier earlier = new Earlier("digest", "shown\u001fwith a\u001fseparator");
        String stored = values.write(new TurnId("t-1"), earlier);

        assertThat(values.earlier(new TurnId("t-1"), stored)).isEqualTo(earlier);
        assertThatThrownBy(() -> values.earlier(new TurnId("t-2"), stored)).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void refuseAConversationThatWasChanged() {
        Conversation conversation = new Anything(1).of(Conversation.class);
        String stored = new String(values.write(new Versioned<>(conversation, 1)), UTF_8);

        for (String changed : List.of(
                stored.replaceFirst("^1 ", "2 "),
                stored.replaceFirst("^1 ", "one "),
                stored.replaceFirst("^1 ", ""),
                stored.replaceFirst(" A", " B"),
                stored.substring(0, stored.length() - 2))) {
            assertThat(changed).isNotEqualTo(stored);
            assertThatThrownBy(() -> values.conversation(conversation.id(), changed.getBytes(UTF_8)))
                    .isInstanceOf(UnreadableDataException.class);
        }
        assertThatThrownBy(() -> values.conversation(new ConversationId("another"), stored.getBytes(UTF_8)))
                .isInstanceOf(UnreadableDataException.class);
    }
}
