package dev.corbel.dsl;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Renders definitions and problems as text, so that tests can state whole outputs. */
public final class Rendering {
    private Rendering() {}

    static String definition(Definition definition) {
        StringBuilder text = new StringBuilder();
        definition.dataSources().forEach(data -> {
            text.append(data.address()).append(" (").append(data.provider()).append(")\n");
            arguments(text, data.arguments());
        });
        definition.resources().forEach(resource -> resource(text, resource));
        definition.outputs().forEach(output -> text.append("output ")
                .append(output.name())
                .append(" = ")
                .append(expression(output.value()))
                .append(output.sensitive() ? " (sensitive)" : "")
                .append('\n'));
        definition.checks().forEach(check -> {
            text.append("check ").append(check.name()).append('\n');
            conditions(text, "condition", check.conditions());
        });
        definition.moves().forEach(move -> text.append("moved ")
                .append(move.from().qualified())
                .append(" -> ")
                .append(move.to().qualified())
                .append('\n'));
        definition.removals().forEach(removal -> text.append("removed ")
                .append(removal.address().qualified())
                .append(removal.destroy() ? "" : " (kept)")
                .append('\n'));
        definition.adoptions().forEach(adoption -> text.append("adopt ")
                .append(adoption.address().qualified())
                .append(" = ")
                .append(expression(adoption.id()))
                .append('\n'));
        return text.toString();
    }

    private static void resource(StringBuilder text, ResourceDeclaration resource) {
        text.append(resource.address()).append(" (").append(resource.provider()).append(")\n");
        arguments(text, resource.arguments());
        Lifecycle lifecycle = resource.lifecycle();
        if (!lifecycle.equals(Lifecycle.DEFAULT)) {
            text.append("  lifecycle")
                    .append(lifecycle.createBeforeDestroy() ? " createBeforeDestroy" : "")
                    .append(lifecycle
                            .preventDestroy()
                            .map(said -> " preventDestroy " + said.prevented() + " at line "
                                    + said.range().line())
                            .orElse(""))
                    .append(lifecycle.ignoreChanges().isEmpty() ? "" : " ignoreChanges " + lifecycle.ignoreChanges())
                    .append(
                            lifecycle.replaceTriggeredBy().isEmpty()
                                    ? ""
                                    : " replaceTriggeredBy "
                                            + lifecycle.replaceTriggeredBy().stream()
                                                    .map(Rendering::expression)
                                                    .toList())
                    .append('\n');
            conditions(text, "precondition", lifecycle.preconditions());
            conditions(text, "postcondition", lifecycle.postconditions());
        }
        if (!resource.dependsOn().isEmpty()) {
            text.append("  dependsOn ").append(resource.dependsOn()).append('\n');
        }
        if (!resource.timeouts().isEmpty()) {
            text.append("  timeouts ")
                    .append(new TreeMap<>(resource.timeouts()))
                    .append('\n');
        }
    }

    private static void conditions(StringBuilder text, String kind, List<Condition> conditions) {
        conditions.forEach(condition -> text.append("  ")
                .append(kind)
                .append(' ')
                .append(expression(condition.condition()))
                .append(": ")
                .append(expression(condition.message()))
                .append('\n'));
    }

    private static void arguments(StringBuilder text, Map<String, Argument> arguments) {
        arguments.forEach((name, argument) -> text.append("  ")
                .append(name)
                .append(" = ")
                .append(expression(argument.value()))
                .append('\n'));
    }

    public static String expression(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return value(literal.value());
        }
        if (expression instanceof Expression.Reference reference) {
            return "<" + reference.target() + (reference.path().isRoot() ? "" : "." + reference.path()) + ">";
        }
        if (expression instanceof Expression.ListExpression list) {
            return list.elements().stream().map(Rendering::expression).collect(Collectors.joining(", ", "[", "]"));
        }
        if (expression instanceof Expression.MapExpression map) {
            return map.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + expression(entry.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (expression instanceof Expression.Selection selection) {
            return expression(selection.base()) + "." + selection.part().path();
        }
        if (expression instanceof Expression.Template template) {
            return template.parts().stream().map(Rendering::expression).collect(Collectors.joining(" + "));
        }
        if (expression instanceof Expression.Sensitive sensitive) {
            return "sensitive(" + expression(sensitive.expression()) + ")";
        }
        return expression(((Expression.Transformation) expression).input()) + ".map";
    }

    private static String value(Value value) {
        if (value instanceof StringValue text) {
            return "'" + text.value() + "'";
        }
        if (value instanceof ListValue list) {
            return list.elements().stream().map(Rendering::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof MapValue map) {
            return map.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.toString();
    }

    /** Each problem: its place, what is wrong, more, and the hint. */
    static String problems(List<Diagnostic> problems) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic problem : problems) {
            text.append(problem.range().map(range -> range.toString() + " ").orElse(""))
                    .append(problem.isError() ? "" : "warning: ")
                    .append(problem.summary())
                    .append('\n');
            if (!problem.detail().isEmpty()) {
                text.append("    ").append(problem.detail()).append('\n');
            }
            problem.hint().ifPresent(hint -> text.append("    -> ").append(hint).append('\n'));
        }
        return text.toString();
    }
}
