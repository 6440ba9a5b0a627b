package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries that the code of {@code collectEntries} gives: as a map, an entry, or a list or array of key and value. */
final class CollectedEntries {
    private CollectedEntries() {}

    static void add(Map<Object, @Nullable Object> entries, @Nullable Object result, SourceRange range) {
        if (result instanceof Deferred deferred) {
            throw Refusal.ofLook(deferred, "used as an entry", range);
        }
        if (result instanceof Map<?, ?> more) {
            entries.putAll(more);
        } else if (result instanceof Map.Entry<?, ?> entry) {
            put(entries, entry.getKey(), entry.getValue(), range);
        } else if (result instanceof List<?> || result instanceof Object[]) {
            List<?> pair = result instanceof Object[] array ? Arrays.asList(array) : (List<?>) result;
            if (pair.size() != 2) {
                throw none("It gave " + pair.size() + (pair.size() == 1 ? " value." : " values."), range);
            }
            put(entries, pair.get(0), pair.get(1), range);
        } else {
            throw none("It gave " + Failures.describe(result) + ".", range);
        }
    }

    private static void put(
            Map<Object, @Nullable Object> entries, @Nullable Object key, @Nullable Object value, SourceRange range) {
        if (key instanceof Deferred deferred) {
            throw Refusal.ofLook(deferred, "used as a key", range);
        }
        if (key == null) {
            throw Problem.error("A key is null", "Keys of maps are strings.", null, range);
        }
        entries.put(key, value);
    }

    private static RuntimeException none(String given, SourceRange range) {
        return Problem.error(
                "The code of \"collectEntries\" gives no entry",
                given,
                "Give a map or a list, as in [it, value].",
                range);
    }
}
