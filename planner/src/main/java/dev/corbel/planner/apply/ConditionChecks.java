package dev.corbel.planner.apply;

import dev.corbel.dsl.model.Condition;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.CheckResult.Status;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Severity;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions with real values and collects what came of them. */
final class ConditionChecks {
    private final Evaluation evaluation;
    private final ConcurrentLinkedQueue<CheckResult> results = new ConcurrentLinkedQueue<>();

    ConditionChecks(Evaluation.Scope scope) {
        this.evaluation = new Evaluation(scope);
    }

    /** Fails where one of a resource's conditions does not hold or cannot be evaluated. */
    void require(Address address, String kind, List<Condition> conditions) throws OperationFailure {
        List<Diagnostic> problems = evaluate(Optional.empty(), address, kind, conditions, Severity.ERROR);
        if (!problems.isEmpty()) {
            throw new OperationFailure(problems);
        }
    }

    /** Warnings about the conditions of a check block that do not hold. */
    List<Diagnostic> check(String name, List<Condition> conditions) {
        return evaluate(Optional.of(name), null, "Check \"" + name + "\"", conditions, Severity.WARNING);
    }

    List<CheckResult> results() {
        return List.copyOf(results);
    }

    private List<Diagnostic> evaluate(
            Optional<String> name,
            @Nullable Address address,
            String kind,
            List<Condition> conditions,
            Severity severity) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        List<Diagnostic> problems = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        boolean broken = false;
        for (Condition condition : conditions) {
            try {
                Value value = evaluation.evaluate(condition.condition()).fullyUnmarked();
                if (value.equals(Value.of(true))) {
                    continue;
                }
                broken |= !(value instanceof BooleanValue);
                String message = value instanceof BooleanValue
                        ? message(condition)
                        : "The condition gives neither true nor false.";
                messages.add(message);
                problems.add(problem(severity, kind + " failed", message, address, condition));
            } catch (DiagnosticsException failed) {
                broken = true;
                for (Diagnostic cause : failed.diagnostics()) {
                    messages.add(cause.summary());
                    problems.add(problem(severity, cause.summary(), cause.detail(), address, condition));
                }
            }
        }
        Status status = broken ? Status.ERROR : problems.isEmpty() ? Status.PASS : Status.FAIL;
        results.add(new CheckResult(name, Optional.ofNullable(address), status, messages));
        return problems;
    }

    private String message(Condition condition) {
        Value message = evaluation.evaluate(condition.message());
        return message.containsSensitive()
                ? "Its message contains a sensitive value and is not shown."
                : message.toString();
    }

    private static Diagnostic problem(
            Severity severity, String summary, String detail, @Nullable Address address, Condition condition) {
        return new Diagnostic(
                severity,
                summary,
                detail,
                Optional.ofNullable(address),
                Optional.of(condition.range()),
                Optional.empty());
    }
}
