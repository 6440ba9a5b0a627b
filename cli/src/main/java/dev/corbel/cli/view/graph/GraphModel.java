package dev.corbel.cli.view.graph;

import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.cli.view.change.ComponentPath;
import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Optional;

/**
 * A graph of what needs what, to be drawn.
 *
 * @param environment whose graph it is
 * @param nodes in the order of addresses
 * @param edges between them, in the order of the nodes; none twice
 */
public record GraphModel(String environment, List<Node> nodes, List<Edge> edges) {
    public GraphModel {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * Something that needs or is needed.
     *
     * @param address of the resource; without its key where the node stands for several instances, and of a component where
     *     it stands for all in that
     * @param kind of the change that is planned for it, the most dangerous one of several; empty where nothing changes or no
     *     plan is shown
     * @param count how many objects it stands for
     */
    public record Node(Address address, Optional<ChangeKind> kind, int count) {

        /** The components around it. */
        public ComponentPath path() {
            return ComponentPath.around(address);
        }

        /** The name inside of its components. */
        public String label() {
            String name = new Address(List.of(address.last())).toString();
            return count == 1 ? name : name + " ×" + count;
        }

        /** The name with the planned action before it. */
        public String labelWithAction() {
            return kind.map(planned -> planned.symbol().strip() + " ").orElse("") + label();
        }
    }

    /** That one node needs another; both by their number. */
    public record Edge(int from, int to) {}
}
