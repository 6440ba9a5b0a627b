package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.ComponentDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds secrets that stand in the definition. Never quotes one. */
final class PlainSecretRule implements Rule {
    private static final Pattern NAME = Pattern.compile(
            "(?i)(^|.*[_-])(password|passwd|secret|token|api_?key|private_?key|access_?key|credentials)([_-]?\\d+)?");
    private static final List<Pattern> TEXTS = List.of(
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\."));

    private static final String LOOKS_LIKE_ONE = " has a text in it that looks like a secret";

    private final Definition definition;
    private final Function<String, Optional<Schema>> schemas;

    /** @param schemas of the types of resources */
    PlainSecretRule(Definition definition, Function<String, Optional<Schema>> schemas) {
        this.definition = definition;
        this.schemas = schemas;
    }

    @Override
    public String id() {
        return BuiltInPolicy.PLAIN_SECRET.id();
    }

    @Override
    public void check(PolicySubjects subjects, Consumer<Verdict> verdicts) {
        definition.resources().forEach(resource -> resource(resource, verdicts));
        definition.components().forEach(component -> component(component, verdicts));
    }

    private void resource(ResourceDeclaration resource, Consumer<Verdict> verdicts) {
        Optional<Schema> schema = schemas.apply(resource.type());
        resource.arguments().forEach((name, argument) -> {
            boolean secret = schema.map(known -> known.attribute(name))
                    .filter(attribute -> attribute.isSensitive() || attribute.isWriteOnly())
                    .isPresent();
            if (secret && isText(argument.value())) {
                verdicts.accept(failed(
                        resource.address(), name, argument.range(), " is sensitive and is written in the definition"));
            } else if (holdsSecret(argument.value())) {
                verdicts.accept(failed(resource.address(), name, argument.range(), LOOKS_LIKE_ONE));
            }
        });
    }

    private void component(ComponentDeclaration component, Consumer<Verdict> verdicts) {
        component.inputs().forEach((name, value) -> {
            if (name.equals("env")) {
                entries(value).forEach((key, entry) -> {
                    if (NAME.matcher(key).matches() && isText(entry)) {
                        verdicts.accept(failed(
                                component.address(),
                                "env[\"" + key + "\"]",
                                component.range(),
                                " looks like a secret and is written in the definition"));
                    }
                });
            }
            if (holdsSecret(value)) {
                verdicts.accept(failed(component.address(), name, component.range(), LOOKS_LIKE_ONE));
            }
        });
    }

    private static Map<String, Expression> entries(Expression value) {
        if (value instanceof Expression.MapExpression map) {
            return map.entries();
        }
        if (value instanceof Expression.Literal literal && literal.value() instanceof MapValue map) {
            Map<String, Expression> entries = new LinkedHashMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, Expression.of(entry)));
            return entries;
        }
        return Map.of();
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof StringValue text
                && !text.value().isEmpty();
    }

    /** Looks for texts that have the form of a secret; those that are marked came from outside. */
    private static boolean holdsSecret(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return holdsSecret(literal.value());
        }
        if (expression instanceof Expression.ListExpression list) {
            return list.elements().stream().anyMatch(PlainSecretRule::holdsSecret);
        }
        if (expression instanceof Expression.MapExpression map) {
            return map.entries().values().stream().anyMatch(PlainSecretRule::holdsSecret);
        }
        return expression instanceof Expression.Template template
                && template.parts().stream().anyMatch(PlainSecretRule::holdsSecret);
    }

    private static boolean holdsSecret(Value value) {
        if (value instanceof StringValue text) {
            return text.value().length() >= 20
                    && TEXTS.stream()
                            .anyMatch(form -> form.matcher(text.value()).find());
        }
        if (value instanceof ListValue list) {
            return list.elements().stream().anyMatch(PlainSecretRule::holdsSecret);
        }
        return value instanceof MapValue map && map.entries().values().stream().anyMatch(PlainSecretRule::holdsSecret);
    }

    private static Verdict failed(Address address, String attribute, SourceRange range, String fault) {
        return new Verdict(
                PolicyOutcome.FAILED,
                Optional.of(address),
                address + "." + attribute + fault,
                Optional.of(attribute),
                Optional.of(range),
                Optional.of("Hand it over as a sensitive variable, or refer to a secret that the provider keeps."),
                true);
    }
}
