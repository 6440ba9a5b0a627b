package dev.corbel.dsl.scope;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource with its instances: one, or one for each key of {@code forEach}. */
public final class ResourceGroup {
    private final SourceRange range;
    private final boolean keyed;
    private @Nullable ResourceEntry single;
    private Map<String, ResourceEntry> instances = Map.of();

    public ResourceGroup(SourceRange range, boolean keyed) {
        this.range = range;
        this.keyed = keyed;
    }

    public void add(@Nullable String key, ResourceEntry entry) {
        if (key == null) {
            single = entry;
            return;
        }
        if (instances.isEmpty()) {
            instances = new LinkedHashMap<>();
        }
        instances.put(key, entry);
    }

    public SourceRange range() {
        return range;
    }

    public boolean isKeyed() {
        return keyed;
    }

    @Nullable
    public ResourceEntry instance(String key) {
        return instances.get(key);
    }

    public Map<String, ResourceEntry> instances() {
        return instances;
    }

    public List<ResourceEntry> all() {
        return single == null ? List.copyOf(instances.values()) : List.of(single);
    }
}
