package dev.corbel.planner.planning;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.SurveyScope;
import dev.corbel.planner.order.OperationOrder;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.AttachedObjects;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.RecreatedObject;
import dev.corbel.planner.plan.StrayObjects;
import dev.corbel.planner.plan.Survey;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.refresh.AttachmentSearch;
import dev.corbel.planner.planning.selection.LeftOutUsers;
import dev.corbel.planner.planning.selection.Selection;
import dev.corbel.planner.planning.stray.ListSearch;
import dev.corbel.planner.planning.stray.MarkSearch;
import dev.corbel.planner.planning.stray.RecreationSearch;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes plans: from a definition, from state, and from what providers find when they read. Changes nothing anywhere.
 *
 * <p>Problems of single instances leave out these and what needs them, and are in the plan, which then cannot be applied.
 * Problems with the whole (a circle of dependencies) are thrown.
 */
public final class Planner {
    private final Supplier<String> deposedKeys;

    public Planner() {
        this(new DeposedKeys());
    }

    Planner(Supplier<String> deposedKeys) {
        this.deposedKeys = deposedKeys;
    }

    /**
     * Makes a plan.
     *
     * @throws DiagnosticsException where there can be no plan at all, and where the thread is interrupted
     */
    public Plan plan(PlanRequest request) {
        Instant now = request.options().clock().instant();
        try (PlanContext context = new PlanContext(request)) {
            return plan(context, Round.last(context), now);
        }
    }

    /**
     * Looks at what there is beside the definition, for a request that {@linkplain PlanOptions#survey surveys}.
     *
     * @param scope the objects to look for beside those of state
     * @throws DiagnosticsException as {@link #plan}
     */
    public Survey survey(PlanRequest request, SurveyScope scope) {
        Instant now = request.options().clock().instant();
        try (PlanContext context = new PlanContext(request)) {
            Round round = Round.last(context);
            Walked walked = round.walked();
            List<AttachedObjects> attached = scope.attached()
                    ? new AttachmentSearch(context, walked.prior(), walked.providers()).run()
                    : List.of();
            StrayObjects strays = strays(context, walked, scope, attached);
            List<RecreatedObject> recreated = new RecreationSearch(context, walked.prior(), walked.providers()).run();
            return new Survey(plan(context, round, now), attached, strays, recreated);
        }
    }

    private static StrayObjects strays(
            PlanContext context, Walked walked, SurveyScope scope, List<AttachedObjects> attached) {
        StrayObjects marked = scope.tagged()
                ? new MarkSearch(context, walked.providers(), scope.elsewhere()).run()
                : StrayObjects.NONE;
        return scope.all()
                ? marked.and(new ListSearch(context, walked.providers(), scope.elsewhere(), attached).run())
                : marked;
    }

    /** Each stage takes the results of those before it, so that they can run in this order alone. */
    private Plan plan(PlanContext context, Round round, Instant now) {
        PlanRequest request = context.request();
        Walked walked = round.walked();
        Selection selection = round.selection();
        PlanProblems problems = round.problems();
        LeftOutUsers users = new LeftOutUsers(walked.prior(), selection, problems);
        Deletions deletions = new DeletionPlanner(context, walked, selection, users, problems).plan();
        PlannedOutputs outputs = new OutputPlanner(context, walked, deletions, selection, problems).plan();
        new Preflight(context, walked, deletions, problems).run();
        BuiltChanges built = new ChangeBuilder(context, walked, deletions).build();
        built.changes().stream()
                .filter(change -> change.action() == Action.REPLACE_DELETE_FIRST)
                .forEach(change -> users.warnOfEnd(change.address()));
        BlueprintPins.record(context, built);
        ExecutionGraph operations = new OperationOrder(context.graph(), deposedKeys, users::keepOld)
                .build(built.changes(), built.uses(), walked.unfinished(), outputs.operations());
        problems.addAll(walked.relocations().warnings(context.definition()));
        PolicyReport policies = policies(context, built);
        problems.addAll(policies.diagnostics());
        ToldProblems told = ToldProblems.of(problems.all(), context.definition(), built.prior());
        return new Plan(
                now,
                context.mode(),
                context.definition(),
                request.variables(),
                request.state(),
                built.prior().changes(),
                built.prior().state(),
                built.changes(),
                walked.refreshed().drift(),
                outputs.changes(),
                checks(walked, outputs),
                operations,
                walked.complete() && walked.refreshed().complete(),
                told.withReasons(walked.refreshed().unreadable()),
                policies,
                told.diagnostics());
    }

    /** A plan that only brings state up to date, or that only looks, is held to no policy. */
    private static PolicyReport policies(PlanContext context, BuiltChanges built) {
        PlanOptions options = context.options();
        if (options.survey() || context.mode() == PlanMode.REFRESH_ONLY) {
            return PolicyReport.NONE;
        }
        boolean whole = context.mode() == PlanMode.NORMAL
                && options.targets().isEmpty()
                && options.excludes().isEmpty();
        return new PolicyCheck(context.definition(), context.graph(), context::type, options.policies())
                .planned(built.changes(), whole);
    }

    private static List<CheckResult> checks(Walked walked, PlannedOutputs outputs) {
        List<CheckResult> checks = new ArrayList<>(walked.checks());
        checks.addAll(outputs.checks());
        return checks;
    }
}
