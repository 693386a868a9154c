package org.secondlook.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.conversation.ButtonSealer;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.yaml.DirectoryReader;
import org.secondlook.core.message.Texts;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.yaml.PackReader;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.Ids;
import org.secondlook.core.turn.InMemoryCaseStore;
import org.secondlook.core.turn.Partnership;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.PostRoom;
import org.secondlook.core.turn.Scenes;
import org.secondlook.core.turn.SettableClock;
import org.secondlook.core.turn.TurnEngine;

/** People of Northshire in Slack, with the real engine behind: everything but Slack and the store is as it will be. */
class CaseOverSlackTest {

    private static final String LONG =
            "Three visits were missed, and nobody asked why. ".repeat(62).strip();

    private final SlackOverHttp slack = new SlackOverHttp();
    private final SettableClock cases = new SettableClock("2026-12-01T10:00");
    private Clockwork clockwork;
    private PostRoom postRoom;
    private final SlackClient asha = new SlackClient(slack, "U0ASHAPATEL");
    private final SlackClient tom = new SlackClient(slack, "U0TOMREED01");

    @BeforeEach
    void installs() {
        PartnershipId northshire = new PartnershipId("northshire");
        Protocol protocol =
                PackReader.readBundled(new ProtocolId("bradford", 1)).protocol();
        Partnership partnership = new Partnership(
                northshire,
                "Northshire",
                "NS",
                protocol.id(),
                Map.of(protocol.id(), protocol),
                DirectoryReader.read("northshire.yaml", resource("/directories/northshire.yaml"))
                        .directory());
        Partnerships partnerships = new Partnerships() {
            @Override
            public Collection<Partnership> all() {
                return List.of(partnership);
            }
        };
        InMemoryCaseStore store = new InMemoryCaseStore();
        Scenes scenes = new Scenes(partnerships, () -> KnownHolidays.BUNDLED, Texts.shipped(), new OpenSealer());
        TurnEngine engine = new TurnEngine(scenes, Questionnaires.shipped(), store, cases, new CountingIds());
        slack.answering(engine::handle);
        clockwork = new Clockwork(scenes, store, cases);
        postRoom = new PostRoom(
                scenes,
                store,
                Stream.of(slack.adapter().messenger()),
                (where, flows) -> Duration.ZERO,
                cases,
                cases,
                new Random(7));
    }

    @AfterEach
    void stops() {
        slack.close();
    }

    @Test
    void aDifferenceIsRaisedInADialogAndReachesTheManager() {
        raise();
        assertThat(asha.modal()).contains("Check your answers", "HV-20931", "Three visits were missed");
        asha.pressesInModal("Send to Tom Reed");
        assertThat(asha.modal()).contains("Sent to Tom Reed", "Undo");

        wait(Duration.ofMinutes(2));
        assertThat(tom.looks().message())
                .contains("New: you have something to read")
                .doesNotContain("visits");
        tom.pressesInMessage("Read it").pressesInModal("No").pressesInModal("No");
        assertThat(tom.modal()).contains("To take forward", "What was decided or done");

        tom.pressesInMessage("I've seen this");
        assertThat(slack.api.methods()).last().isEqualTo("chat.update");
    }

    @Test
    void anAnswerThatCannotBeUsedIsPutRightInOneStep() {
        begin();
        asha.enters("P-5", "reference").enters("P-5.reference", "Sam Jones").enters("P-5.agency", "nhs-trust");
        isSafe();
        asha.submits();
        assertThat(asha.modal()).contains("That looks like a name", "> Sam Jones");

        asha.enters("P-5.reference", "HV-20931").submits();

        assertThat(asha.modal()).contains("What was decided or done?");
    }

    @Test
    void whatWasEnteredIsKeptWhicheverButtonIsPressed() {
        begin();
        asha.enters("P-5", "reference").enters("P-5.reference", "HV-20931").pressesInModal("Help");
        assertThat(asha.modal()).contains("You can always talk to a person");
        asha.pressesInModal("Carry on");
        assertThat(asha.modal()).contains("> HV-20931");

        asha.enters("P-5.agency", "nhs-trust");
        isSafe();
        asha.submits().pressesInModal("Back");
        assertThat(asha.modal()).contains("Do you have a case reference", "> HV-20931");

        asha.pressesInModal("Save and finish later");
        assertThat(asha.modal()).contains("Saved. Nothing has been sent.");
        asha.opensHome();
        assertThat(asha.home()).contains("Drafts");
        asha.pressesInHome("Carry on with the draft");
        assertThat(asha.modal()).contains("> HV-20931");
    }

    @Test
    void whatIsTakenBackIsThereAgain() {
        raise();
        asha.pressesInModal("Send to Tom Reed").pressesInModal("Undo");

        assertThat(asha.modal()).contains("Check your answers", "HV-20931");
        wait(Duration.ofMinutes(2));
        assertThat(slack.api.methods()).doesNotContain("chat.postMessage");
    }

    @Test
    void pressingTwiceSendsOnce() {
        raise();
        asha.pressesTwiceInModal("Send to Tom Reed");

        wait(Duration.ofMinutes(2));
        assertThat(slack.api.calls().stream()
                        .filter(call -> call.method().equals("chat.postMessage"))
                        .map(call -> call.get("channel")))
                .containsExactlyInAnyOrder("U0TOMREED01", "U0HELENWARD");
    }

    @Test
    void theSameCanBeTyped() {
        asha.types("I'm worried about a child &amp; a decision");
        assertThat(asha.message()).contains("Is any child in danger now", "Press one, or type its number.");
        asha.pressesInMessage("No");
        assertThat(slack.api.methods()).containsExactly("chat.postMessage", "chat.postMessage", "chat.update");
        asha.types("1").types("2").types("cases");
        assertThat(asha.message()).contains("Needs you", "Drafts");
    }

    @Test
    void severalActionsAreAgreedEachInFieldsOfItsOwn() {
        raise();
        asha.pressesInModal("Send to Tom Reed");
        wait(Duration.ofMinutes(2));
        tom.looks().pressesInMessage("Read it").pressesInModal("No").pressesInModal("No");
        while (!tom.modal().contains("Take it to Priya Shah")) {
            tom.pressesInModal("Read on");
        }
        tom.pressesInModal("Take it to Priya Shah");
        tom.enters("M-4.share", "P-6", "P-7", "P-9", "P-10").submits();
        assertThat(tom.modal()).contains("Check before it goes");
        tom.pressesInModal("Send to Priya Shah");
        while (!tom.looks().message().contains("No agreement yet")) {
            wait(Duration.ofHours(1));
        }

        tom.pressesInMessage("We've agreed");
        tom.enters("Z-1.what", "A visit this week")
                .enters("Z-1.outcome", "changed")
                .submits();
        tom.enters("Z-1a.action", "Visit the family")
                .enters("Z-1a.who", "Dan Moore")
                .enters("Z-1a.agency", "council")
                .enters("Z-1a.on", "2026-12-07")
                .pressesInModal("Add another");

        assertThat(tom.modal()).contains("Action 2").doesNotContain("Visit the family");
        tom.pressesInModal("Back");
        assertThat(tom.modal()).contains("Action 1", "> Visit the family");
    }

    private void begin() {
        asha.commands("");
        asha.enters("P-0", "none").submits();
        asha.enters("P-1", "referral-criteria").submits();
        asha.enters("P-2", "council").submits();
        asha.enters("P-3", "talked")
                .enters("P-3.who", "helen-ward")
                .enters("P-3.on", "2026-11-30")
                .submits();
        asha.enters("P-4", "talked").enters("P-4.on", "2026-11-30").submits();
    }

    private void isSafe() {
        asha.enters("G-3", "The health visitor calls each week.").enters("G-3.working", "yes");
    }

    private void raise() {
        begin();
        asha.enters("P-5", "reference").enters("P-5.reference", "HV-20931").enters("P-5.agency", "nhs-trust");
        isSafe();
        asha.submits();
        asha.enters("P-6", LONG).enters("P-6.whose", "post:social-worker").submits();
        asha.enters("P-7", LONG).submits();
        asha.enters("P-8", "seen", "record")
                .enters("P-14", "Level 3 of the continuum.")
                .submits();
        asha.enters("P-9", LONG).submits();
        asha.enters("P-10", "An assessment this week.")
                .enters("P-11", "2026-12-04")
                .submits();
        asha.submits();
        asha.enters("Q.significant", "Nobody else sees the child each week.").submits();
        asha.enters("P-12", "child").submits();
    }

    private void wait(Duration duration) {
        cases.set(cases.instant().plus(duration));
        while (clockwork.run() + postRoom.run() > 0) {
            cases.set(cases.instant().plusSeconds(1));
        }
    }

    private static String resource(String path) {
        try (var in = CaseOverSlackTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CountingIds implements Ids {

        private final AtomicInteger next = new AtomicInteger();

        @Override
        public CaseId newCase() {
            return new CaseId("case-" + next.incrementAndGet());
        }

        @Override
        public ConversationId newConversation() {
            return new ConversationId("conversation-" + next.incrementAndGet());
        }
    }

    /** Seals as differently each time as the real one does. */
    private static final class OpenSealer implements ButtonSealer {

        private final AtomicInteger next = new AtomicInteger();

        @Override
        public String seal(String plain) {
            byte[] sealed = (next.incrementAndGet() + " " + plain).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().encodeToString(sealed);
        }

        @Override
        public Optional<String> open(String sealed) {
            String plain = new String(Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8);
            return Optional.of(plain.substring(plain.indexOf(' ') + 1));
        }
    }
}
