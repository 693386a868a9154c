package org.secondlook.store;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.TypeFactory;

/** Maps as JSON: lists of pairs, because their order is the order of the questions, and the keys of objects are sorted. */
final class Pairs {

    private Pairs() {}

    static final class Writer extends StdSerializer<Map<?, ?>> {

        Writer() {
            super(TypeFactory.createDefaultInstance().constructType(Map.class));
        }

        @Override
        public void serialize(Map<?, ?> map, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            map.forEach((key, value) -> {
                json.writeStartArray();
                json.writeString(String.valueOf(key));
                context.writeValue(json, value);
                json.writeEndArray();
            });
            json.writeEndArray();
        }
    }

    static final class Reader extends StdDeserializer<Map<?, ?>> {

        Reader() {
            this(TypeFactory.createDefaultInstance().constructMapType(Map.class, String.class, Object.class));
        }

        private Reader(JavaType type) {
            super(type);
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(context.getContextualType());
        }

        @Override
        public Map<?, ?> deserialize(JsonParser json, DeserializationContext context) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (JsonNode pair : context.readTree(json).values()) {
                Object value =
                        context.readTreeAsValue(pair.required(1), getValueType().getContentType());
                map.put(pair.required(0).stringValue(), value);
            }
            return map;
        }
    }
}
