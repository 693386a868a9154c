package org.secondlook.store;

import java.util.Map;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.ChildReference;
import org.secondlook.core.casework.ObligationId;
import org.secondlook.core.casework.OwnNotes;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.Statement;
import org.secondlook.core.casework.Telling;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.directory.TeamId;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.outbox.OutboxId;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.Who;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the core's types are written as JSON: records by component, ids as their text, maps as pairs in their order, and
 * what only a key may open as an object with the single property {@value #SEALED}. Strict when read: what is missing,
 * unknown or twice there is refused.
 */
final class StoredJson {

    /** The property by which {@link SealedTree} knows what to seal. */
    static final String SEALED = "s";

    static final JsonMapper MAPPER = mapper();

    /** For what people wrote: half of an emoji, as a form that cuts what is too long leaves it, can only be written escaped. */
    static final ObjectWriter WRITER = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private StoredJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .addModule(new SimpleModule()
                        .addSerializer(new Pairs.Writer())
                        .addDeserializer(Map.class, new Pairs.Reader()))
                .addMixIn(Statement.class, StoredForms.Said.class)
                .addMixIn(OwnNotes.class, StoredForms.Noted.class)
                .addMixIn(SharedText.class, StoredForms.Words.class)
                .addMixIn(PrivateNote.class, StoredForms.Words.class)
                .addMixIn(ChildReference.class, StoredForms.Child.class)
                .addMixIn(Late.class, StoredForms.LateKinds.class)
                .addMixIn(Who.Term.class, StoredForms.TermKinds.class)
                .addMixIn(Telling.To.class, StoredForms.ToKinds.class);
        ids().forEach(id -> builder.addMixIn(id, StoredForms.Id.class));
        return builder.build();
    }

    private static Stream<Class<?>> ids() {
        return Stream.of(
                AgencyId.class,
                CaseId.class,
                ConversationId.class,
                DutyId.class,
                ObligationId.class,
                OutboxId.class,
                PersonId.class,
                PostId.class,
                Reference.class,
                StageId.class,
                TeamId.class,
                TrackId.class,
                TurnId.class);
    }
}
