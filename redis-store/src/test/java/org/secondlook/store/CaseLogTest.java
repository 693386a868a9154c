package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.casework.Actor;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.History;
import org.secondlook.core.casework.Recorded;
import org.secondlook.core.casework.Stamp;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PartnershipId;

class CaseLogTest {

    private static final PartnershipId PARTNERSHIP = new PartnershipId("northshire");

    @TempDir
    private Path folder;

    /** Kept throughout, so that whatever is changed is found out beside what was read before. */
    private final AlreadyRead read = AlreadyRead.some();

    private Seals seals;
    private CaseLog log;

    @BeforeEach
    void open() {
        seals = KeyFile.openOrCreate(folder.resolve("keys.json")).seals();
        log = new CaseLog(PARTNERSHIP, SampleCase.ID, seals, read);
    }

    private List<byte[]> written() {
        return log.write(0, log.beginning(), SampleCase.history().events());
    }

    private List<String> texts() {
        return written().stream().map(CaseLogTest::unpacked).toList();
    }

    private History read(List<String> texts) {
        return log.read(
                texts.stream().map(text -> Packing.pack(text.getBytes(UTF_8))).toList());
    }

    private static String unpacked(byte[] event) {
        return new String(Packing.unpack(event).orElseThrow(), UTF_8);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(log.read(written())).isEqualTo(SampleCase.history());
    }

    @Test
    void keepsTheOrderOfTheQuestions() {
        History read = log.read(written());

        CaseEvent.CaseRaised raised = read.replay().raised();
        assertThat(raised.statement().choices().keySet()).containsExactly("P-8", "P-0");
        assertThat(raised.statement().words().keySet()).containsExactly("P-9", "P-6");
    }

    @Test
    void goesOnBehindWhatIsStored() {
        List<Recorded> events = SampleCase.history().events();
        List<byte[]> stored = new ArrayList<>(log.write(0, log.beginning(), events.subList(0, 5)));
        stored.addAll(log.write(5, CaseLog.digest(stored.get(4)), events.subList(5, events.size())));

        assertThat(log.read(stored)).isEqualTo(SampleCase.history());
    }

    static Stream<Class<?>> types() {
        return Arrays.stream(CaseEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("types")
    void readsEveryEventThereCanBe(Class<? extends CaseEvent> type) {
        for (int seed = 0; seed < 50; seed++) {
            Anything anything = new Anything(seed);
            Stamp stamp = new Stamp(1, SampleCase.START, anything.of(Actor.class), anything.of(TurnId.class));
            List<Recorded> events = List.of(new Recorded(stamp, anything.of(type)));

            assertThat(log.read(log.write(0, log.beginning(), events)).events())
                    .as("seed %d", seed)
                    .isEqualTo(events);
        }
    }

    @Test
    void writesWithSortedKeysAndNothingThatAnybodyWrote() {
        assertThat(texts().get(0))
                .startsWith(
                        "{\"at\":\"2026-12-01T10:01:00.123456789Z\",\"by\":\"asha-patel\",\"d\":{\"concern\":{\"children\":")
                .contains("\"t\":\"case-raised\",\"turn\":\"raise\",\"v\":1}");
        assertThat(texts()).allSatisfy(event -> assertThat(event).doesNotContain(SampleCase.CANARY));
    }

    @Test
    void refusesALogThatItsHeadDoesNotTell() {
        List<byte[]> written = written();
        byte[] last = written.get(written.size() - 1);
        String head = log.write(new CaseLog.Head(written.size(), CaseLog.digest(last)));
        List<byte[]> cut = written.subList(0, written.size() - 1);
        String cutHead = log.write(new CaseLog.Head(cut.size(), CaseLog.digest(cut.get(cut.size() - 1))));
        List<byte[]> changed = new ArrayList<>(cut);
        changed.add(Packing.pack(unpacked(last).replace("tom-reed", "tom-leed").getBytes(UTF_8)));

        assertThat(log.read(written, head)).isEqualTo(SampleCase.history());
        assertThat(log.read(cut, cutHead).version()).isEqualTo(cut.size());
        for (List<byte[]> other : List.of(cut, changed)) {
            assertThatThrownBy(() -> log.read(other, head)).isInstanceOf(UnreadableDataException.class);
        }
        assertThatThrownBy(() -> log.read(written, cutHead)).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> log.read(written, "12 abc")).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void refusesALogThatIsNotWhole() {
        List<byte[]> written = written();
        List<byte[]> without = new ArrayList<>(written);
        without.remove(3);
        List<byte[]> swapped = new ArrayList<>(written);
        swapped.set(3, written.get(4));
        swapped.set(4, written.get(3));

        for (List<byte[]> broken : List.of(without, swapped, written.subList(1, written.size()))) {
            assertThatThrownBy(() -> log.read(broken))
                    .isInstanceOf(UnreadableDataException.class)
                    .hasMessageContaining("the chain is broken");
        }
    }

    @Test
    void refusesAnEventThatWasChangedAnywhereButAtTheEnd() {
        for (int number = 0; number < texts().size() - 1; number++) {
            List<byte[]> changed = written();
            byte[] event = changed.get(number);
            event[event.length / 2] ^= 1;

            assertThatThrownBy(() -> log.read(changed)).isInstanceOf(UnreadableDataException.class);
        }
    }

    @Test
    void refusesSealedWordsOfWhichAByteWasChanged() {
        List<byte[]> stored =
                log.write(0, log.beginning(), SampleCase.history().events().subList(0, 1));
        String event = unpacked(stored.get(0));
        int sealed = event.indexOf("{\"s\":\"");

        for (int at = sealed + 6; at < sealed + 30; at++) {
            char other = event.charAt(at) == 'A' ? 'B' : 'A';
            String changed = event.substring(0, at) + other + event.substring(at + 1);
            assertThatThrownBy(() -> read(List.of(changed)))
                    .isInstanceOf(UnreadableDataException.class)
                    .hasMessageContaining("Expected what is sealed at /concern/children/0/reference of northshire|")
                    .hasMessageNotContaining(SampleCase.CANARY);
        }
    }

    @Test
    void refusesWordsSealedForAnotherPlace() {
        List<byte[]> stored =
                log.write(0, log.beginning(), SampleCase.history().events().subList(0, 1));

        for (CaseLog other : List.of(
                new CaseLog(new PartnershipId("southshire"), SampleCase.ID, seals, read),
                new CaseLog(
                        PARTNERSHIP,
                        SampleCase.ID,
                        KeyFile.openOrCreate(folder.resolve("others.json")).seals(),
                        AlreadyRead.none()))) {
            assertThatThrownBy(() -> other.read(stored)).isInstanceOf(UnreadableDataException.class);
        }
        assertThatThrownBy(() -> new CaseLog(PARTNERSHIP, new CaseId("another"), seals, read).read(stored))
                .isInstanceOf(UnreadableDataException.class);
        String event = unpacked(stored.get(0));
        List<String> seals = Arrays.stream(event.split("\\{\"s\":\"", -1))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .toList();
        String swapped = event.replace(seals.get(1), "#")
                .replace(seals.get(2), seals.get(1))
                .replace("#", seals.get(2));
        assertThatThrownBy(() -> read(List.of(swapped)))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("changed, moved or sealed under another key");
    }

    @Test
    void refusesWordsThatAreNotSealed() {
        String event = texts().get(0);
        String plain = event.replaceFirst("\\{\"s\":\"[^\"]+\"}", "{\"s\":\"HV-1\"}");
        String bare = event.replaceFirst("\\{\"s\":\"[^\"]+\"}", "\"HV-1\"");

        assertThatThrownBy(() -> read(List.of(plain))).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> read(List.of(bare))).isInstanceOf(UnreadableDataException.class);
    }

    @Test
    void namesATypeOrVersionThatItDoesNotKnow() {
        String event = texts().get(0);

        assertThatThrownBy(() -> read(List.of(event.replace("case-raised", "case-dreamt"))))
                .hasMessage("Expected event 1 of case %s to be of a type known here, but found case-dreamt version 1"
                        .formatted(SampleCase.ID));
        assertThatThrownBy(() -> read(List.of(event.replace("\"v\":1}", "\"v\":2}"))))
                .hasMessageEndingWith("found case-raised version 2");
    }

    @Test
    void namesTheFieldThatItCannotRead() {
        String event = texts().get(0);

        assertThatThrownBy(() -> read(List.of(event.replace("\"risk\":\"NOT_SURE\"", "\"risk\":\"PERHAPS\""))))
                .isInstanceOf(UnreadableDataException.class)
                .hasMessageContaining("[\"concern\"]")
                .hasMessageContaining("[\"risk\"]")
                .hasNoCause();
        assertThatThrownBy(() -> read(List.of(event.replace("\"topic\":", "\"subject\":"))))
                .isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> read(List.of("{"))).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> log.read(List.of("{".getBytes(UTF_8)))).isInstanceOf(UnreadableDataException.class);
        assertThatThrownBy(() -> log.read(List.of(new byte[0]))).isInstanceOf(UnreadableDataException.class);
    }
}
