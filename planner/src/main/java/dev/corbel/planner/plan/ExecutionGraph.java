package dev.corbel.planner.plan;

import java.util.List;

/**
 * All operations of a plan and their order. Positions in the list are the operations' numbers.
 *
 * @param operations in an order that respects all edges
 */
public record ExecutionGraph(List<Operation> operations) {
    public ExecutionGraph {
        operations = List.copyOf(operations);
        for (int number = 0; number < operations.size(); number++) {
            for (int before : operations.get(number).after()) {
                if (before >= number) {
                    throw new IllegalArgumentException("operation " + number + " waits for a later one");
                }
            }
        }
    }
}
