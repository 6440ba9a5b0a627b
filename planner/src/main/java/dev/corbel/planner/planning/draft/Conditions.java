package dev.corbel.planner.planning.draft;

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

/** Evaluates the conditions of one resource or check block as far as that is possible while planning. */
public final class Conditions {
    private final Evaluation evaluation;
    private final Severity severity;
    private final Optional<Address> address;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private Status status = Status.PASS;

    public Conditions(Evaluation.Scope scope, Severity severity, Optional<Address> address) {
        this.evaluation = new Evaluation(scope);
        this.severity = severity;
        this.address = address;
    }

    /**
     * Evaluates some of the conditions.
     *
     * @param kind what a condition is called, with a capital letter
     */
    public void evaluate(String kind, List<Condition> conditions) {
        for (Condition condition : conditions) {
            try {
                Value value = evaluation.evaluate(condition.condition()).fullyUnmarked();
                if (value.isUnknown()) {
                    worsen(Status.UNKNOWN);
                } else if (!(value instanceof BooleanValue truth)) {
                    fail(Status.ERROR, kind, "The condition gives neither true nor false.", condition);
                } else if (!truth.value()) {
                    fail(Status.FAIL, kind, message(condition), condition);
                }
            } catch (DiagnosticsException failed) {
                failed.diagnostics()
                        .forEach(cause -> fail(Status.ERROR, kind, cause.summary() + ". " + cause.detail(), condition));
            }
        }
    }

    private String message(Condition condition) {
        Value message = evaluation.evaluate(condition.message());
        return message.containsSensitive()
                ? "Its message contains a sensitive value and is not shown."
                : message.toString();
    }

    private void fail(Status worse, String kind, String message, Condition condition) {
        worsen(worse);
        problems.add(message);
        diagnostics.add(new Diagnostic(
                severity, kind + " failed", message, address, Optional.of(condition.range()), Optional.empty()));
    }

    private void worsen(Status other) {
        if (weight(other) > weight(status)) {
            status = other;
        }
    }

    private static int weight(Status status) {
        return switch (status) {
            case PASS -> 0;
            case UNKNOWN -> 1;
            case FAIL -> 2;
            case ERROR -> 3;
        };
    }

    public Status status() {
        return status;
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public CheckResult result(Optional<String> name) {
        return new CheckResult(name, address, status, problems);
    }
}
