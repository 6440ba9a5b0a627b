package dev.corbel.planner.graph;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;
import org.jgrapht.graph.DefaultEdge;
import org.jspecify.annotations.Nullable;

/** That one instance needs another, with the line that says so. */
final class Dependency extends DefaultEdge {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceRange range;

    Dependency(@Nullable SourceRange range) {
        this.range = range;
    }

    Optional<SourceRange> range() {
        return Optional.ofNullable(range);
    }
}
