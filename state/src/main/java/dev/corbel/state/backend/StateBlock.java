package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says about where state is kept.
 *
 * @param type the name in {@code state('NAME')}
 * @param range where the block stands; empty where there is none
 * @param places where each attribute and block in it stands
 */
public record StateBlock(
        String type, MapValue configuration, Optional<SourceRange> range, Map<String, SourceRange> places) {

    /** Left out: state is in files beside the project. */
    public static final StateBlock NONE = new StateBlock("local", MapValue.EMPTY, Optional.empty(), Map.of());

    public StateBlock {
        places = Map.copyOf(places);
    }

    /** The block as people write it, without what it contains. */
    String title() {
        return "state('" + type + "')";
    }

    @Nullable
    SourceRange place(String name) {
        return places.getOrDefault(name, range.orElse(null));
    }
}
