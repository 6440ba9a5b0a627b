package dev.corbel.dsl.resolve;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.program.Captures;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.program.Lifting;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.dsl.program.SelectedValue;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.program.TemplateValue;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.EachStep;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells whether a value must not be shown, before it is known: from what it is made of. */
public final class Sensitivity {
    private final Context context;
    private final TargetLookup targets;

    public Sensitivity(Context context) {
        this.context = context;
        this.targets = new TargetLookup(context);
    }

    public boolean isSensitive(@Nullable Object value) {
        if (value instanceof SensitiveText) {
            return true;
        }
        if (value instanceof Reference reference) {
            return isSecretOutput(reference) || isSensitiveAttribute(reference);
        }
        if (value instanceof InputValue input) {
            return isSensitive(input.given());
        }
        if (value instanceof TemplateValue template) {
            return template.parts().stream().anyMatch(this::isSensitive);
        }
        if (value instanceof MappedValue mapped) {
            return isSensitive(mapped.input())
                    || Captures.of(mapped.closure()).leaves().stream().anyMatch(this::isSensitive);
        }
        if (value instanceof LiftedValue lifted) {
            return Lifting.of(lifted).leaves().stream().anyMatch(this::isSensitive);
        }
        if (value instanceof SelectedValue selected) {
            return isSensitive(selected.base());
        }
        if (value instanceof AttemptedValue attempted) {
            return isSensitive(attempted.options());
        }
        if (value instanceof EncodedValue encoded) {
            return isSensitive(encoded.value());
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(this::isSensitive);
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).anyMatch(this::isSensitive);
        }
        return value instanceof Iterable<?> many
                && StreamSupport.stream(many.spliterator(), false).anyMatch(this::isSensitive);
    }

    /** Tells whether the reference is to an output that tells where a secret is, such as {@code database.password}. */
    public boolean isSecretOutput(Reference reference) {
        Target target = targets.find(reference);
        if (target == null || target.scope() == null || target.scope().type() == null) {
            return false;
        }
        List<Object> steps = reference.steps();
        ComponentType.Output output = target.next() == steps.size() - 1
                ? target.scope().type().outputs().get(String.valueOf(steps.get(target.next())))
                : null;
        return output != null && output.sensitive();
    }

    private boolean isSensitiveAttribute(Reference reference) {
        Target target = targets.find(reference);
        if (target == null) {
            return false;
        }
        List<Object> rest =
                reference.steps().subList(target.next(), reference.steps().size());
        if (target.scope() != null) {
            Scope.Output output =
                    rest.isEmpty() ? null : target.scope().outputs().get(String.valueOf(rest.get(0)));
            return output != null && (output.sensitive() || isSensitive(output.value()));
        }
        String type = reference.steps().stream()
                .filter(step -> step instanceof String name
                        && context.resourceType(name).isPresent())
                .map(String.class::cast)
                .findFirst()
                .orElse("");
        Schema schema = context.resourceType(type).map(found -> found.schema()).orElse(Schema.EMPTY);
        return rest.stream()
                .map(step -> step instanceof EachStep each ? each.name() : step)
                .filter(String.class::isInstance)
                .findFirst()
                .map(name -> schema.attribute((String) name))
                .filter(Attribute::isSensitive)
                .isPresent();
    }
}
