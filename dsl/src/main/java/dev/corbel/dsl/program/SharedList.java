package dev.corbel.dsl.program;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that several parts of a definition read, and none can change. */
final class SharedList extends AbstractList<@Nullable Object> implements RandomAccess {
    private final List<@Nullable Object> elements;

    SharedList(List<@Nullable Object> elements) {
        this.elements = new ArrayList<>(elements);
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
