package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;

/** Collects what a data source asks for. */
final class Filters {
    private final List<Filter> filters = new ArrayList<>();

    /** Starts with the {@code filter} blocks and the {@code tags} of a data source. */
    static Filters of(MapValue configuration) {
        Filters filters = new Filters();
        if (configuration.get("filter").fullyUnmarked() instanceof ListValue blocks) {
            for (Value block : blocks.elements()) {
                if (block instanceof MapValue map) {
                    DesiredAttributes desired = new DesiredAttributes(map);
                    filters.filters.add(Ec2Tags.filter(desired.required("name"), desired.texts("values")));
                }
            }
        }
        if (configuration.get("tags").fullyUnmarked() instanceof MapValue tags) {
            tags.entries().keySet().forEach(key -> tags.text(key).ifPresent(value -> filters.and("tag:" + key, value)));
        }
        return filters;
    }

    /** Nothing where the value is null. */
    Filters and(String name, @Nullable String value) {
        if (value != null) {
            filters.add(Ec2Tags.filter(name, List.of(value)));
        }
        return this;
    }

    List<Filter> list() {
        return List.copyOf(filters);
    }
}
