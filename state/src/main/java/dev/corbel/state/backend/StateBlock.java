package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.MapValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state block of a definition.
 *
 * @param type the name in {@code state('NAME')}
 * @param range where the block stands; empty where there is none
 * @param places where everything in it stands: {@code bucket}, {@code role.arn}, and {@code role[1].arn} in the second of a name
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

    /** The range of a name, or else of the block around it. */
    @Nullable
    SourceRange place(String path) {
        SourceRange found = places.get(path);
        if (found != null) {
            return found;
        }
        int last = path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.');
        return last < 0 ? range.orElse(null) : place(path.substring(0, last));
    }
}
