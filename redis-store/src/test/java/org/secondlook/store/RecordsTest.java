package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.outbox.OutboxMessage;
import org.secondlook.core.turn.CaseStore.Earlier;
import org.secondlook.core.turn.Versioned;

class RecordsTest {

    @TempDir
    private Path folder;

    private Records records;

    @BeforeEach
    void open() {
        Seals seals = KeyFile.openOrCreate(folder.resolve("keys.json")).seals();
        records = new Records(new PartnershipId("northshire"), seals);
    }

    @Test
    void readEveryConversationThereCanBe() {
        for (int seed = 0; seed < 100; seed++) {
            Conversation conversation = new Anything(seed).of(Conversation.class);
            Versioned<Conversation> versioned = new Versioned<>(conversation, seed);

            Versioned<Conversation> read = records.conversation(conversation.id(), records.write(versioned));

            assertThat(read).as("seed %d", seed).isEqualTo(versioned);
            assertThat(new ArrayList<>(read.value().answers().keySet()))
                    .isEqualTo(new ArrayList<>(conversation.answers().keySet()));
        }
    }

    @Test
    void readEveryMessageThereCanBe() {
        for (int seed = 0; seed < 100; seed++) {
            OutboxMessage message = new Anything(seed).of(OutboxMessage.class);

            assertThat(records.message(records.write(message)))
                    .as("seed %d", seed)
                    .isEqualTo(message);
        }
    }

    @Test
    void openWhatATurnLedToUnderItsOwnNameOnly() {
        Earlier earlier = new Earlier("digest", "shown\u001fwith a\u001fseparator");
        byte[] stored = records.write(new TurnId("t-1"), earlier);

        assertThat(records.earlier(new TurnId("t-1"), stored)).isEqualTo(earlier);
        assertThatThrownBy(() -> records.earlier(new TurnId("t-2"), stored))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void refuseAConversationThatWasChanged() {
        Conversation conversation = new Anything(1).of(Conversation.class);
        String stored = new String(records.write(new Versioned<>(conversation, 1)), UTF_8);

        for (String changed : List.of(
                stored.replace("\"s\":\"A", "\"s\":\"B"),
                stored.replace("\"typed\":", "\"typing\":"),
                stored.replaceFirst("\\{\"s\":\"[^\"]+\"}", "[]"))) {
            assertThat(changed).isNotEqualTo(stored);
            assertThatThrownBy(() -> records.conversation(conversation.id(), changed.getBytes(UTF_8)))
                    .isInstanceOf(UnreadableRecordException.class);
        }
        assertThatThrownBy(() -> records.conversation(new ConversationId("another"), stored.getBytes(UTF_8)))
                .isInstanceOf(UnreadableRecordException.class);
    }
}
