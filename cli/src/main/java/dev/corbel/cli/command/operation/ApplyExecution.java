package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.engine.run.LockedRun;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.List;
import java.util.function.Supplier;

/** Applies a plan and tells how it goes. */
final class ApplyExecution {
    private final Invocation invocation;
    private final int parallelism;
    private final ApplyRenderer renderer;

    /** @param format the name of the format in which it is told */
    ApplyExecution(Invocation invocation, int parallelism, String format) {
        this.invocation = invocation;
        this.parallelism = parallelism;
        this.renderer = ApplyRenderer.of(format, invocation);
    }

    ApplyRenderer renderer() {
        return renderer;
    }

    /** Runs the command's work, and tells of the problems that end it. */
    int reporting(Supplier<Integer> work) {
        renderer.begin();
        try {
            return work.get();
        } catch (DiagnosticsException failure) {
            renderer.failed(failure.diagnostics());
            throw failure;
        }
    }

    /** Applies, and gives the exit code. Without changes it only records what reading found, and says nothing. */
    int apply(LockedRun run, Plan plan, boolean saved) {
        ApplyResult result;
        try (GracefulStop stop = new GracefulStop(invocation)) {
            ApplyRequest request = ApplyRequest.of(plan)
                    .withSaved(saved)
                    .withParallelism(parallelism)
                    .withCancellation(stop.cancellation());
            result = renderer.during(plan, listener -> run.apply(request.withListener(listener)));
        }
        if (plan.hasChanges() || !result.succeeded()) {
            renderer.applied(plan, result);
        }
        if (!result.succeeded()) {
            return 1;
        }
        List<Diagnostic> refusals = new AppliedPolicies(invocation).refusals(plan, result.state());
        if (!refusals.isEmpty()) {
            renderer.failed(refusals);
            invocation.report(refusals);
        }
        return refusals.isEmpty() ? 0 : 1;
    }
}
