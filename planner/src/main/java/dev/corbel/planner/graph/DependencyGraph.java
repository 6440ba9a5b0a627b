package dev.corbel.planner.graph;

import dev.corbel.providers.api.address.Address;
import org.jgrapht.graph.AbstractBaseGraph;
import org.jgrapht.graph.DefaultGraphSpecificsStrategy;
import org.jgrapht.graph.DefaultGraphType;

/**
 * Edges lead from what needs to what is needed. Without JGraphT's index of edges by their two ends, which takes more
 * memory than everything else about an edge.
 */
final class DependencyGraph extends AbstractBaseGraph<Address, Dependency> {
    private static final long serialVersionUID = 1L;

    DependencyGraph() {
        super(
                null,
                null,
                new DefaultGraphType.Builder()
                        .directed()
                        .weighted(false)
                        .modifiable(true)
                        .allowMultipleEdges(true)
                        .allowSelfLoops(true)
                        .allowCycles(true)
                        .build(),
                new DependencySpecifics());
    }

    /** JGraphT's own, named so that the types are fixed. */
    private static final class DependencySpecifics extends DefaultGraphSpecificsStrategy<Address, Dependency> {
        private static final long serialVersionUID = 1L;
    }
}
