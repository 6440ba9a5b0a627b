package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings that a key source may draw on.
 *
 * @param project the folder that paths are relative to
 * @param variables the process's environment variables
 * @param range where the {@code encryption} block stands, for what is wrong with it
 */
public record KeySourceContext(Path project, Map<String, String> variables, Optional<SourceRange> range) {
    public KeySourceContext {
        variables = Map.copyOf(variables);
    }

    /** Names no values, since these are secrets. */
    @Override
    public String toString() {
        return "KeySourceContext[" + project + "]";
    }
}
