package org.secondlook.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;
import org.secondlook.core.casework.CaseEvent;

/**
 * Every type that stands in a stored event, with its components or constants. When this changes, so does what is stored:
 * an event that was stored before must still be read, so unless only something was added that no stored event can hold,
 * the events concerned get another version.
 */
class StoredShapeTest {

    private final Map<String, String> shapes = new TreeMap<>();

    @Test
    void ofEverythingInAnEventIsKnown() {
        for (Class<?> type : CaseEvent.class.getPermittedSubclasses()) {
            visit(type);
        }

        Approvals.verify(shapes.entrySet().stream()
                .map(shape -> shape.getKey() + " " + shape.getValue())
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
            return;
        }
        Class<?> plain = (Class<?>) type;
        if (!plain.getName().startsWith("org.secondlook") || shapes.containsKey(name(plain))) {
            return;
        }
        if (plain.isEnum()) {
            shapes.put(name(plain), all(Arrays.stream(plain.getEnumConstants()).map(Object::toString)));
        } else if (plain.isSealed()) {
            shapes.put(
                    name(plain),
                    all(Arrays.stream(plain.getPermittedSubclasses()).map(StoredShapeTest::name)));
            Arrays.stream(plain.getPermittedSubclasses()).forEach(this::visit);
        } else {
            shapes.put(
                    name(plain),
                    all(Arrays.stream(plain.getRecordComponents())
                            .map(c -> c.getName() + ": " + simple(c.getGenericType()))));
            Arrays.stream(plain.getRecordComponents()).forEach(c -> visit(c.getGenericType()));
        }
    }

    private static String all(Stream<String> parts) {
        return parts.collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Class<?> type) {
        return type.getName().replaceAll("org\\.secondlook\\.core\\.|^.*\\$(?=[A-Z])", "");
    }

    private static String simple(Type type) {
        return type.getTypeName().replaceAll("[a-z][a-z0-9]*\\.|[A-Za-z]+\\$", "");
    }
}
