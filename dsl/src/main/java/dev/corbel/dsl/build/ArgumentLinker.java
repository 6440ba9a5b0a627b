package dev.corbel.dsl.build;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Condition;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.resolve.ReferenceResolver;
import dev.corbel.dsl.resolve.Target;
import dev.corbel.dsl.resolve.TargetLookup;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.KeyStep;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links what blocks contain; a problem of one attribute does not hide those of the next. */
final class ArgumentLinker {
    private final Problems problems;
    private final ReferenceResolver linker;
    private final TargetLookup lookup;

    ArgumentLinker(Context context, ReferenceResolver linker) {
        this.problems = context.problems();
        this.linker = linker;
        this.lookup = new TargetLookup(context);
    }

    Map<String, Argument> link(Map<String, DeclaredValue.Written> written) {
        Map<String, Argument> linked = new LinkedHashMap<>(written.size() * 2);
        written.forEach((name, entry) -> {
            try {
                linked.put(name, new Argument(linker.link(entry.value()), entry.range()));
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
            }
        });
        return linked;
    }

    /** The expression of a value; a literal null where it has problems, which are noted. */
    Expression expression(@Nullable Object value, SourceRange range) {
        try {
            return linker.link(value, range);
        } catch (DiagnosticsException failure) {
            problems.addAll(failure);
            return Expression.of(Value.ofNull());
        }
    }

    Expression expression(DeclaredValue.Written written) {
        try {
            return linker.link(written.value());
        } catch (DiagnosticsException failure) {
            problems.addAll(failure);
            return Expression.of(Value.ofNull());
        }
    }

    /** The conditions in what was written for blocks with a condition and a message. */
    List<Condition> conditions(DeclaredValue.@Nullable Written written) {
        if (written == null) {
            return List.of();
        }
        List<DeclaredValue> blocks =
                written.value() instanceof DeclaredValue.Blocks many ? many.blocks() : List.of(written.value());
        List<Condition> conditions = new ArrayList<>();
        for (DeclaredValue block : blocks) {
            if (block instanceof DeclaredValue.Known known
                    && known.value() instanceof dev.corbel.providers.api.value.ListValue list) {
                list.elements().forEach(element -> condition(new DeclaredValue.Known(element), written.range())
                        .ifPresent(conditions::add));
            } else {
                condition(block, written.range()).ifPresent(conditions::add);
            }
        }
        return conditions;
    }

    private Optional<Condition> condition(DeclaredValue block, SourceRange range) {
        Map<String, DeclaredValue> parts = new LinkedHashMap<>();
        if (block instanceof DeclaredValue.Contents contents) {
            parts.putAll(contents.entries());
        } else if (block instanceof DeclaredValue.Known known
                && known.value() instanceof dev.corbel.providers.api.value.MapValue map) {
            map.entries().forEach((name, value) -> parts.put(name, new DeclaredValue.Known(value)));
        }
        DeclaredValue condition = parts.get("condition");
        DeclaredValue message = parts.get("message");
        return condition == null || message == null
                ? Optional.empty()
                : Optional.of(condition(condition, message, range));
    }

    Condition condition(DeclaredValue condition, DeclaredValue message, SourceRange range) {
        SourceRange place = condition instanceof DeclaredValue.Unresolved pending ? pending.range() : range;
        Expression test = expression(new DeclaredValue.Written(condition, place));
        if (test instanceof Expression.Literal literal) {
            try {
                Value value = Conversion.convert(literal.value(), dev.corbel.providers.api.schema.Type.BOOLEAN);
                test = Expression.of(value);
            } catch (Conversion.MismatchException mismatch) {
                problems.error("\"condition\" " + mismatch.getMessage(), "", null, place);
            }
        }
        return new Condition(test, expression(new DeclaredValue.Written(message, place)), place);
    }

    /** The instances that a list of references names. */
    List<Address> targets(@Nullable Object value, SourceRange range, String name) {
        Set<Address> addresses = new LinkedHashSet<>();
        List<?> elements = value instanceof List<?> list ? list : java.util.Collections.singletonList(value);
        for (Object element : elements) {
            try {
                addresses.addAll(targets(element, name, range));
            } catch (DiagnosticsException failure) {
                problems.addAll(failure);
            }
        }
        return List.copyOf(addresses);
    }

    private List<Address> targets(@Nullable Object element, String name, SourceRange range) {
        if (element == dev.corbel.dsl.program.Placeholder.VALUE) {
            return List.of();
        }
        if (!(InputValue.given(element) instanceof Reference reference)) {
            throw Problem.error(
                    "\"" + name + "\" takes references",
                    element instanceof Deferred deferred ? deferred.display() + " is none." : "",
                    "Write " + name + " = [TYPE.NAME], without quotes.",
                    range);
        }
        Target target = lookup.find(reference);
        if (target == null) {
            return List.of();
        }
        List<Address> found = new ArrayList<>();
        ResourceGroup group = target.group();
        if (group != null) {
            ResourceEntry instance = target.next() < reference.steps().size()
                            && reference.steps().get(target.next()) instanceof KeyStep key
                    ? group.instance(String.valueOf(key.key()))
                    : null;
            (instance == null ? group.all() : List.of(instance)).forEach(entry -> found.add(entry.address()));
        } else if (target.scope() != null) {
            collect(target.scope(), found);
        }
        return found;
    }

    private static void collect(Scope scope, List<Address> found) {
        scope.resources().values().forEach(named -> named.values()
                .forEach(group -> group.all().forEach(entry -> found.add(entry.address()))));
        scope.children().forEach(child -> collect(child, found));
    }
}
