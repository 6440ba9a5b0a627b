package dev.corbel.dsl.program;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes code apart. Nodes are records, so that all of them can be looked through in one way. */
final class Nodes {
    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(part -> List.class.isAssignableFrom(part.getType())
                            || part.getType().getPackage() == Nodes.class.getPackage())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private Nodes() {}

    /** Hands over the nodes directly inside of one, or of a part of one such as an entry of a map. */
    static void forEachChild(Object part, Consumer<Node> consumer) {
        for (Method accessor : PARTS.get(part.getClass())) {
            try {
                hand(accessor.invoke(part), consumer);
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static void hand(@Nullable Object value, Consumer<Node> consumer) {
        if (value instanceof Node node) {
            consumer.accept(node);
        } else if (value instanceof List<?> many) {
            many.forEach(element -> hand(element, consumer));
        } else if (value instanceof Record part) {
            forEachChild(part, consumer);
        }
    }
}
