package org.secondlook.store;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
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
            require(JsonToken.START_ARRAY, json.currentToken(), context);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(JsonToken.START_ARRAY, json.currentToken(), context);
                require(JsonToken.VALUE_STRING, json.nextToken(), context);
                String key = json.getString();
                json.nextToken();
                map.put(key, context.readValue(json, getValueType().getContentType()));
                require(JsonToken.END_ARRAY, json.nextToken(), context);
            }
            return map;
        }

        private void require(JsonToken expected, JsonToken found, DeserializationContext context) {
            if (found != expected) {
                context.reportWrongTokenException(this, expected, "of a list of pairs");
            }
        }
    }
}
