package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference as it is written: a name, and steps from there. What it means is found out when everything is declared.
 */
public final class Reference extends Deferred {
    private final Scope scope;
    private final List<Object> steps;
    private final Set<Integer> soft;
    private final SourceRange range;

    /**
     * A reference that begins in a scope.
     *
     * @param steps names as strings, {@link KeyStep}s and {@link EachStep}s; the first is a name
     */
    public Reference(Scope scope, List<Object> steps, SourceRange range) {
        this(scope, steps, Set.of(), range);
    }

    private Reference(Scope scope, List<Object> steps, Set<Integer> soft, SourceRange range) {
        this.scope = scope;
        this.steps = steps;
        this.soft = soft;
        this.range = range;
    }

    public Scope scope() {
        return scope;
    }

    public List<Object> steps() {
        return steps;
    }

    /** Tells whether the step at this position may lead nowhere, which gives null. */
    public boolean isSoft(int position) {
        return soft.contains(position);
    }

    public SourceRange range() {
        return range;
    }

    private Reference then(Object step, boolean mayMiss, SourceRange where) {
        if (!mayMiss) {
            environment().ifPresent(environment -> environment.noteStep(steps, step, where));
        }
        List<Object> longer = new ArrayList<>(steps.size() + 1);
        longer.addAll(steps);
        longer.add(step);
        Set<Integer> softSteps = soft;
        if (mayMiss) {
            softSteps = new HashSet<>(soft);
            softSteps.add(steps.size());
        }
        return new Reference(scope, longer, softSteps, where);
    }

    @Override
    public String display() {
        return display(steps);
    }

    public static String display(List<Object> steps) {
        StringBuilder text = new StringBuilder(OtherEnvironment.written(steps).orElse(""));
        for (Object step : text.isEmpty() ? steps : steps.subList(OtherEnvironment.STEPS, steps.size())) {
            if (step instanceof KeyStep key) {
                text.append('[')
                        .append(key.key() instanceof Number ? key.key() : "'" + key.key() + "'")
                        .append(']');
            } else if (step instanceof EachStep each) {
                text.append("*.").append(each.name());
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    private Optional<OtherEnvironment> environment() {
        return OtherEnvironment.named(steps)
                .map(name -> scope.outermost().environments().get(name));
    }

    /** Notes that the value is used, where it is of another environment. */
    public void noteUse() {
        environment().ifPresent(environment -> environment.noteUse(steps));
    }

    @Override
    public boolean mayDecide() {
        return scope.decider() != null && steps.size() > 1 && !(isAddress() && isOfType());
    }

    @Override
    public @Nullable Object decided(Deferred whole, String use, @Nullable SourceRange where) {
        return java.util.Objects.requireNonNull(scope.decider()).decide(whole, use, where);
    }

    /** All that is written, which tells references from each other where {@link #display} does not. */
    public String written() {
        return display() + (soft.isEmpty() ? "" : " ?" + new java.util.TreeSet<>(soft));
    }

    private boolean isOfType() {
        String first = (String) steps.get(0);
        return first.indexOf('_') > 0 || first.equals("data") || first.equals("module");
    }

    /** A name, or a name of a type and one of its instances: what is declared, not what is in it. */
    @Override
    public boolean isAddress() {
        return steps.size() < ("data".equals(steps.get(0)) ? 4 : 3);
    }

    @Override
    public @Nullable Object property(String name, boolean mayMiss, SourceRange where) {
        Object known = ComponentView.read(scope, steps, name);
        return known == ComponentView.LATER ? then(name, mayMiss, where) : known;
    }

    @Override
    public Object spread(String name, SourceRange where) {
        return then(new EachStep(name), false, where);
    }

    @Override
    public Object index(Object key, boolean mayMiss, SourceRange where) {
        return then(new KeyStep(key), mayMiss, where);
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange where) {
        if (steps.size() == 1) {
            Object answer = ComponentView.ask(scope, (String) steps.get(0), method, arguments, where);
            if (answer != ComponentView.LATER) {
                return answer;
            }
        }
        return super.call(method, arguments, where);
    }
}
