package dev.corbel.planner.planning.draft;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.PlanListener;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.Tasks;
import dev.corbel.providers.api.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The request of one plan, with what follows from it before anything is planned. Nothing in it changes while planning goes
 * on. Belongs to the thread that plans.
 */
public final class PlanContext implements AutoCloseable {
    private final PlanRequest request;
    private final ResourceGraph graph;
    private final Tasks tasks;
    private final Map<String, Optional<ResourceType>> types = new HashMap<>();

    public PlanContext(PlanRequest request) {
        this.request = request;
        this.graph = ResourceGraph.of(request.definition());
        this.tasks = new Tasks(request.options().parallelism());
    }

    public PlanRequest request() {
        return request;
    }

    public Definition definition() {
        return request.definition();
    }

    public PlanOptions options() {
        return request.options();
    }

    public PlanMode mode() {
        return options().mode();
    }

    public PlanListener listener() {
        return options().listener();
    }

    public ResourceGraph graph() {
        return graph;
    }

    /** The calls that run beside each other; they end with the context. */
    public Tasks tasks() {
        return tasks;
    }

    public Optional<ResourceType> type(String name) {
        return types.computeIfAbsent(name, request.catalog()::resourceType);
    }

    @Override
    public void close() {
        tasks.close();
    }
}
