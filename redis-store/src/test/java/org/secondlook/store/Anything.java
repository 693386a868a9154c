package org.secondlook.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.secondlook.core.message.SharedText;

/** Makes up values of any type that is stored: records of records, with every kind of every sealed interface in them. */
final class Anything {

    private static final int TRIES = 1_000;
    private static final int MOST = 3;
    private static final List<String> TEXTS = List.of(
            "x",
            "Weight has fallen.",
            "Dyw'r plentyn ddim yn ddiogel: ŵ ŷ €",
            "a \"b\"\n\\ {\"s\":\"y\"}",
            "👶🏽",
            "|/~1");

    /** What people type, cut in the middle of an emoji. */
    private static final String CUT = "👶🏽".substring(0, 3);

    private final Random random;
    private final Supplier<String> texts;

    Anything(long seed) {
        this.random = new Random(seed);
        this.texts = () -> TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(MOST);
    }

    /** @param texts where every text comes from */
    Anything(long seed, Supplier<String> texts) {
        this.random = new Random(seed);
        this.texts = texts;
    }

    <T> T of(Class<T> type) {
        return type.cast(of((Type) type));
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return plain((Class<?>) type);
    }

    private Object of(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return random.nextBoolean() ? Optional.of(of(of[0])) : Optional.empty();
        }
        if (type == List.class) {
            return some(() -> of(of[0]));
        }
        if (type == Set.class) {
            return new HashSet<>(some(() -> of(of[0])));
        }
        if (type == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            some(() -> of(of[0])).forEach(key -> map.put(key, of(of[1])));
            return map;
        }
        throw new IllegalArgumentException("Expected a kind of collection that is known here, but found " + type);
    }

    private List<Object> some(Supplier<Object> one) {
        return IntStream.range(0, random.nextInt(MOST + 1))
                .mapToObj(i -> one.get())
                .toList();
    }

    private Object plain(Class<?> type) {
        if (type == String.class) {
            return texts.get();
        }
        if (type == SharedText.class) {
            return new SharedText(CUT + of(String.class) + CUT);
        }
        if (type == int.class) {
            return random.nextInt(MOST) * (random.nextBoolean() ? 1 : 1_000_003);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
        }
        if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(30_000));
        }
        if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return of((Type) oneOf(type.getPermittedSubclasses()));
        }
        return aRecord(type);
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A record whose constructor accepts what was made up for it. */
    private Object aRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (int i = 0; i < TRIES; i++) {
            Object[] values =
                    Arrays.stream(components).map(c -> of(c.getGenericType())).toArray();
            try {
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException e) {
                // Refused by its constructor: something else is made up.
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Expected to make up a " + type, e);
            }
        }
        throw new IllegalStateException("Expected to make up a %s within %d tries".formatted(type, TRIES));
    }
}
