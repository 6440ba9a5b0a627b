package dev.corbel.planner.planning;

import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.planner.order.OperationOrder.Evaluated;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.CheckResult.Status;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.planning.draft.ChangeDraft;
import dev.corbel.planner.planning.draft.Conditions;
import dev.corbel.planner.planning.draft.PlanContext;
import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.planning.selection.Selection;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans outputs and evaluates check blocks, after all instances are planned. */
final class OutputPlanner {
    private final PlanContext context;
    private final Walked walked;
    private final Deletions deletions;
    private final Selection selection;
    private final PlanProblems problems;
    private final Map<String, OutputValue> stored;
    private final List<OutputChange> changes = new ArrayList<>();
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<Evaluated> operations = new ArrayList<>();

    OutputPlanner(PlanContext context, Walked walked, Deletions deletions, Selection selection, PlanProblems problems) {
        this.context = context;
        this.walked = walked;
        this.deletions = deletions;
        this.selection = selection;
        this.problems = problems;
        this.stored = walked.prior().stored().outputs();
    }

    PlannedOutputs plan() {
        if (context.mode() == PlanMode.DESTROY) {
            planLosses();
        } else {
            planDeclared();
        }
        return new PlannedOutputs(changes, checks, operations);
    }

    private void planDeclared() {
        Set<String> declared = new HashSet<>();
        for (OutputDeclaration output : context.definition().outputs()) {
            declared.add(output.name());
            planOutput(output);
        }
        context.definition().checks().forEach(this::planCheck);
        removeAllBut(declared);
    }

    private void planLosses() {
        Set<String> lost = new HashSet<>();
        for (OutputDeclaration output : context.definition().outputs()) {
            if (planLoss(output)) {
                lost.add(output.name());
            }
        }
        if (!selection.isPartial()) {
            removeAllBut(lost);
        }
    }

    private void removeAllBut(Set<String> names) {
        stored.forEach((name, old) -> {
            if (!names.contains(name)) {
                add(new OutputChange(name, old.value(), Value.ofNull(), old.sensitive()), Set.of());
            }
        });
    }

    private void planOutput(OutputDeclaration output) {
        Set<Address> needs = new LinkedHashSet<>(output.dependsOn());
        output.value().forEachReference(reference -> needs.add(reference.target()));
        if (!needs.stream().allMatch(selection::includes) || needs.stream().anyMatch(problems::hasFailed)) {
            return;
        }
        @Nullable OutputValue old = stored.get(output.name());
        Value before = old == null ? Value.ofNull() : old.value();
        try {
            Value value = new Evaluation(walked.instances()).evaluate(output.value());
            if (context.mode() == PlanMode.REFRESH_ONLY && !value.isWhollyKnown()) {
                planLoss(output);
                return;
            }
            boolean sensitive = output.sensitive() || value.containsSensitive();
            Value after = sensitive && !value.isNull() ? Value.sensitive(value) : value;
            add(new OutputChange(output.name(), before, after, sensitive), needs);
        } catch (DiagnosticsException problem) {
            problem.diagnostics()
                    .forEach(cause -> problems.add(cause.range().isPresent() ? cause : cause.at(output.range())));
        }
    }

    /** Plans that an output goes along with what it is made of; false where nothing of that goes, or is gone. */
    private boolean planLoss(OutputDeclaration output) {
        @Nullable OutputValue old = stored.get(output.name());
        if (old == null) {
            return false;
        }
        Set<Address> lost = new LinkedHashSet<>();
        for (Address needed : resources(output)) {
            @Nullable ChangeDraft deletion = deletions.find(needed);
            boolean ends = deletion != null && deletion.after().isNull();
            if (ends || walked.prior().current(needed).isEmpty()) {
                lost.add(needed);
            }
        }
        if (lost.isEmpty()) {
            return false;
        }
        add(new OutputChange(output.name(), old.value(), Value.ofNull(), old.sensitive()), lost);
        return true;
    }

    /** The resources that an output refers to, itself or through data sources. */
    private Set<Address> resources(OutputDeclaration output) {
        Set<Address> resources = new LinkedHashSet<>();
        Set<Address> seen = new HashSet<>();
        ArrayDeque<Address> open = new ArrayDeque<>();
        output.value().forEachReference(reference -> open.add(reference.target()));
        while (!open.isEmpty()) {
            Address needed = open.remove();
            if (!seen.add(needed)) {
                continue;
            }
            if (needed.isData()) {
                open.addAll(context.graph().contains(needed) ? context.graph().dependencies(needed) : List.of());
            } else {
                resources.add(needed);
            }
        }
        return resources;
    }

    private void add(OutputChange change, Set<Address> needs) {
        if (change.before().isNull() && change.after().isNull()) {
            return;
        }
        changes.add(change);
        boolean unmarked = change.before().containsSensitive() != change.after().containsSensitive();
        if (change.isChange() || unmarked) {
            operations.add(new Evaluated(Operation.Kind.OUTPUT, change.name(), needs));
        }
    }

    private void planCheck(CheckDeclaration check) {
        Conditions conditions = new Conditions(walked.instances(), Severity.WARNING, Optional.empty());
        conditions.evaluate("Check \"" + check.name() + "\"", check.conditions());
        problems.addAll(conditions.diagnostics());
        checks.add(conditions.result(Optional.of(check.name())));
        if (conditions.status() == Status.UNKNOWN && context.mode() == PlanMode.NORMAL) {
            Set<Address> needs = new LinkedHashSet<>();
            check.conditions().forEach(condition -> {
                collect(condition.condition(), needs);
                collect(condition.message(), needs);
            });
            operations.add(new Evaluated(Operation.Kind.CHECK, check.name(), needs));
        }
    }

    private static void collect(Expression expression, Set<Address> needs) {
        expression.forEachReference(reference -> needs.add(reference.target()));
    }
}
