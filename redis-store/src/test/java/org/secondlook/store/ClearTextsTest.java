package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.casework.CaseEvent;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.turn.Versioned;
import tools.jackson.databind.JsonNode;

/** Whatever holds a text in an event is sealed, but for what is explained here; a draft is sealed whole. */
class ClearTextsTest {

    /** Texts that nobody types: they come from packs, from directories, or are made here. */
    private static final Map<String, String> EXPLAINED = new TreeMap<>(Map.ofEntries(
            Map.entry("ClockRule.name", "a clock of the pack"),
            Map.entry("Concern.topic", "an option of the pack"),
            Map.entry("Decided.outcome", "an option of the pack"),
            Map.entry("Marked.phrase", "a phrase of the pack"),
            Map.entry("MeetingAsked.offer", "an offer of the pack"),
            Map.entry("OutsideContact.contact", "a contact of the pack"),
            Map.entry("ProtocolId.name", "a pack"),
            Map.entry("RoleHolder.role", "a role of the pack"),
            Map.entry("Route.title", "the title of a post in the directory"),
            Map.entry("Route.wanted", "the title of a post in the directory"),
            Map.entry("TakenForward.withheld", "questions of the pack")));

    @TempDir
    private Path folder;

    private final Set<Class<?>> records = new LinkedHashSet<>();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void areOnlyThoseThatNobodyTypes() {
        Arrays.stream(CaseEvent.class.getPermittedSubclasses()).forEach(this::visit);
        SealedTree sealed =
                new SealedTree(KeyFile.openOrCreate(folder.resolve("keys.json")).seals(), "here");

        Set<String> clear = new TreeSet<>();
        Set<String> sealedSomewhere = new TreeSet<>();
        for (Class<?> type : records) {
            for (int seed = 0; seed < 20; seed++) {
                Object value = new Anything(seed, () -> "Caneri" + made.incrementAndGet() + ".").of(type);
                JsonNode tree = StoredJson.MAPPER.valueToTree(value);
                sealed.seal(tree);
                String stored = StoredJson.MAPPER.writeValueAsString(tree);
                for (RecordComponent component : type.getRecordComponents()) {
                    boolean isClear = texts(component, value).anyMatch(stored::contains);
                    boolean isSealed = texts(component, value).anyMatch(text -> !stored.contains(text));
                    (isClear ? clear : isSealed ? sealedSomewhere : new HashSet<String>())
                            .add(type.getSimpleName() + "." + component.getName());
                }
            }
        }

        assertThat(sealedSomewhere)
                .contains(
                        "SharedText.words",
                        "PrivateNote.words",
                        "Statement.choices",
                        "OwnNotes.choices",
                        "ChildReference.reference")
                .doesNotContainAnyElementsOf(clear);
        assertThat(clear.stream().filter(name -> !isId(name))).containsExactlyElementsOf(EXPLAINED.keySet());
    }

    @Test
    void areNoneInADraft() {
        StoredValues values = new StoredValues(
                new PartnershipId("northshire"),
                KeyFile.openOrCreate(folder.resolve("keys.json")).seals());

        for (int seed = 0; seed < 20; seed++) {
            Conversation draft = new Anything(seed, () -> "Caneri" + made.incrementAndGet()).of(Conversation.class);

            assertThat(new String(values.write(new Versioned<>(draft, 1)), UTF_8))
                    .doesNotContain("Caneri");
        }
    }

    /** Ids are made here or named in packs and directories. */
    private boolean isId(String name) {
        return name.endsWith(".value")
                && records.stream().anyMatch(type -> name.equals(type.getSimpleName() + ".value") && isId(type));
    }

    private static boolean isId(Class<?> type) {
        return type.getRecordComponents().length == 1
                && (type.getSimpleName().endsWith("Id") || type.getSimpleName().equals("Reference"));
    }

    /** The texts that stand in a component itself, not in records further down. */
    private static Stream<String> texts(RecordComponent component, Object value) {
        try {
            component.getAccessor().setAccessible(true);
            return texts(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(ClearTextsTest::texts);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().flatMap(ClearTextsTest::texts);
        }
        if (value instanceof Map<?, ?> map) {
            return Stream.concat(map.keySet().stream(), map.values().stream()).flatMap(ClearTextsTest::texts);
        }
        return Stream.empty();
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(this::visit);
        } else if (plain.isRecord() && records.add(plain)) {
            Arrays.stream(plain.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .collect(Collectors.toList())
                    .forEach(this::visit);
        }
    }
}
