package dev.corbel.planner.testing;

import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A whole plan as a few lines of text: the changes with the attributes that differ, drift, outputs, checks, changes of
 * state, operations with what they wait for, and diagnostics. A section that has nothing is left out.
 */
public final class PlanText {
    private final StringBuilder text = new StringBuilder();
    private final Plan plan;

    private PlanText(Plan plan) {
        this.plan = plan;
    }

    public static String of(Plan plan) {
        PlanText text = new PlanText(plan);
        text.write();
        return text.text.toString();
    }

    private void write() {
        plan.changes().forEach(change -> change("", change));
        plan.drift().forEach(change -> change("drift ", change));
        plan.outputs().stream().filter(OutputChange::isChange).forEach(this::output);
        plan.checks().forEach(this::check);
        plan.stateChanges().forEach(this::stateChange);
        List<Operation> operations = plan.operations().operations();
        for (int number = 0; number < operations.size(); number++) {
            operation(number, operations.get(number));
        }
        if (!plan.complete()) {
            line("incomplete");
        }
        plan.diagnostics().forEach(this::diagnostic);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void change(String prefix, ResourceChange change) {
        StringBuilder head = new StringBuilder(prefix);
        head.append(change.action().name().toLowerCase(java.util.Locale.ROOT)).append(' ');
        head.append(change.address());
        change.deposedKey().ifPresent(key -> head.append(" deposed ").append(key));
        change.previousAddress().ifPresent(from -> head.append(" from ").append(from));
        change.adoptedId().ifPresent(id -> head.append(" adopting ").append(id));
        change.reason().format().ifPresent(reason -> head.append(" # ").append(reason));
        if (!change.replacePaths().isEmpty()) {
            head.append(' ').append(change.replacePaths());
        }
        line(head.toString());
        attributes(change.before(), change.after());
    }

    private void attributes(Value before, Value after) {
        if (before.isNull() || after.isNull()) {
            if (after instanceof MapValue map) {
                map.entries().forEach((name, value) -> {
                    if (!value.isNull() && !value.equals(Value.list())) {
                        line("    " + name + " = " + value);
                    }
                });
            }
            return;
        }
        MapValue left = (MapValue) before;
        MapValue right = (MapValue) after;
        Set<String> names = new LinkedHashSet<>(left.entries().keySet());
        names.addAll(right.entries().keySet());
        for (String name : names) {
            if (!left.get(name).equals(right.get(name))) {
                line("    " + name + ": " + left.get(name) + " → " + right.get(name));
            }
        }
    }

    private void output(OutputChange change) {
        line("output " + change.name() + ": " + change.before() + " → " + change.after());
    }

    private void check(CheckResult check) {
        String subject = check.name()
                .orElseGet(() -> check.address().map(Object::toString).orElse("?"));
        line("check " + subject + ": " + check.status() + (check.problems().isEmpty() ? "" : " " + check.problems()));
    }

    private void stateChange(StateChange change) {
        if (change instanceof StateChange.PutCurrent put) {
            line("state put " + put.address() + " uses " + put.object().dependencies());
        } else if (change instanceof StateChange.PutDeposed put) {
            line("state put " + put.address() + " deposed " + put.key());
        } else if (change instanceof StateChange.RemoveCurrent remove) {
            line("state remove " + remove.address());
        } else if (change instanceof StateChange.RemoveDeposed remove) {
            line("state remove " + remove.address() + " deposed " + remove.key());
        } else if (change instanceof StateChange.Move move) {
            line("state move " + move.from() + " to " + move.to());
        } else {
            line("state " + change);
        }
    }

    private void operation(int number, Operation operation) {
        StringBuilder line = new StringBuilder();
        line.append(number).append(". ").append(operation.kind().name().toLowerCase(java.util.Locale.ROOT));
        operation.address().ifPresent(address -> line.append(' ').append(address));
        operation.name().ifPresent(name -> line.append(' ').append(name));
        operation.deposedKey().ifPresent(key -> line.append(" deposed ").append(key));
        if (!operation.after().isEmpty()) {
            line.append(" after ").append(operation.after());
        }
        line(line.toString());
    }

    private void diagnostic(Diagnostic diagnostic) {
        StringBuilder line = new StringBuilder();
        line.append(diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT))
                .append(": ");
        line.append(diagnostic.summary());
        diagnostic
                .range()
                .ifPresent(range -> line.append(" (").append(range.line()).append(')'));
        line(line.toString());
        if (!diagnostic.detail().isEmpty()) {
            diagnostic.detail().lines().forEach(detail -> line("    " + detail));
        }
    }
}
