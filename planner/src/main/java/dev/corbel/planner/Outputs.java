package dev.corbel.planner;

import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.planner.order.OperationOrder.Evaluated;
import dev.corbel.planner.plan.CheckResult.Status;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.PlanMode;
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
final class Outputs {
    private final Planning planning;
    private final Selection selection;
    private final Map<String, OutputValue> stored;
    private final List<OutputChange> changes = new ArrayList<>();
    private final List<Evaluated> operations = new ArrayList<>();

    Outputs(Planning planning, Selection selection) {
        this.planning = planning;
        this.selection = selection;
        this.stored = planning.prior.stored().outputs();
    }

    void plan() {
        Set<String> declared = new HashSet<>();
        if (planning.mode() != PlanMode.DESTROY) {
            for (OutputDeclaration output : planning.definition().outputs()) {
                declared.add(output.name());
                planOutput(output);
            }
            planning.definition().checks().forEach(this::planCheck);
        }
        if (planning.mode() == PlanMode.DESTROY) {
            for (OutputDeclaration output : planning.definition().outputs()) {
                if (planLoss(output)) {
                    declared.add(output.name());
                }
            }
            if (selection.isPartial()) {
                return;
            }
        }
        stored.forEach((name, old) -> {
            if (!declared.contains(name)) {
                add(new OutputChange(name, old.value(), Value.ofNull(), old.sensitive()), Set.of());
            }
        });
    }

    private void planOutput(OutputDeclaration output) {
        Set<Address> needs = new LinkedHashSet<>(output.dependsOn());
        output.value().forEachReference(reference -> needs.add(reference.target()));
        if (!needs.stream().allMatch(selection::includes) || needs.stream().anyMatch(planning.failed::contains)) {
            return;
        }
        @Nullable OutputValue old = stored.get(output.name());
        Value before = old == null ? Value.ofNull() : old.value();
        try {
            Value value = new Evaluation(planning::valueOf).evaluate(output.value());
            if (planning.mode() == PlanMode.REFRESH_ONLY && !value.isWhollyKnown()) {
                planLoss(output);
                return;
            }
            boolean sensitive = output.sensitive() || value.containsSensitive();
            Value after = sensitive && !value.isNull() ? Value.sensitive(value) : value;
            add(new OutputChange(output.name(), before, after, sensitive), needs);
        } catch (DiagnosticsException problem) {
            problem.diagnostics()
                    .forEach(cause ->
                            planning.diagnostics.add(cause.range().isPresent() ? cause : cause.at(output.range())));
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
            @Nullable ChangeDraft draft = planning.drafts.get(needed);
            boolean ends = draft != null && draft.after().isNull();
            if (ends || planning.prior.current(needed).isEmpty()) {
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
                open.addAll(planning.graph.contains(needed) ? planning.graph.dependencies(needed) : List.of());
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
        Conditions conditions = new Conditions(planning::valueOf, Severity.WARNING, Optional.empty());
        conditions.evaluate("Check \"" + check.name() + "\"", check.conditions());
        planning.diagnostics.addAll(conditions.diagnostics());
        planning.checks.add(conditions.result(Optional.of(check.name())));
        if (conditions.status() == Status.UNKNOWN && planning.mode() == PlanMode.NORMAL) {
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

    List<OutputChange> changes() {
        return changes;
    }

    List<Evaluated> operations() {
        return operations;
    }
}
