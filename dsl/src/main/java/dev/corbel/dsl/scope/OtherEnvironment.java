package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another environment of the project, of which outputs are read: {@code environment('NAME').output.OUTPUT}. Each is a data
 * source of the outermost scope, which is declared where it is first named.
 */
public final class OtherEnvironment {
    /** The type of the data source. */
    public static final String TYPE = "corbel_environment";

    /** The attribute that tells which environment it is. */
    public static final String NAME = "name";

    /** The attribute with the outputs. */
    public static final String OUTPUT = "output";

    /** The number of steps that lead to the data source. */
    static final int STEPS = 3;

    private static final String KIND = "data." + TYPE;

    private final String name;
    private final SourceRange range;
    private final Map<String, SourceRange> outputs = new TreeMap<>();
    private boolean whole;

    private OtherEnvironment(String name, SourceRange range) {
        this.name = name;
        this.range = range;
    }

    /** A reference to an environment, which is declared with it where that is new. */
    public static Reference declare(Scope from, String name, SourceRange range) {
        Scope outermost = from.outermost();
        if (!outermost.environments().containsKey(name)) {
            if (!Step.isName(name)) {
                throw Problem.error(
                        "\"" + name + "\" is not a name", "Names consist of letters, digits, _ and -.", null, range);
            }
            outermost.environments().put(name, new OtherEnvironment(name, range));
            ResourceGroup group = new ResourceGroup(range, false);
            group.add(
                    null,
                    new ResourceEntry(
                            outermost.within(new Step(KIND, name, null)),
                            Map.of(
                                    NAME,
                                    new DeclaredValue.Written(new DeclaredValue.Known(Value.of(name)), range, range)),
                            Map.of(),
                            range));
            outermost
                    .resources()
                    .computeIfAbsent(KIND, kind -> new LinkedHashMap<>())
                    .put(name, group);
        }
        return new Reference(outermost, List.of("data", TYPE, name), range);
    }

    private static Optional<OtherEnvironment> of(Reference reference) {
        List<Object> steps = reference.steps();
        return isOne(steps)
                ? Optional.ofNullable(
                        reference.scope().outermost().environments().get(String.valueOf(steps.get(2))))
                : Optional.empty();
    }

    private static boolean isOne(List<Object> steps) {
        return steps.size() >= STEPS
                && steps.get(0).equals("data")
                && steps.get(1).equals(TYPE);
    }

    /** The way to an environment as it is written; empty where the steps lead elsewhere. */
    static Optional<String> written(List<Object> steps) {
        return isOne(steps) ? Optional.of("environment('" + steps.get(2) + "')") : Optional.empty();
    }

    /** Notes the output that a step leads to: it has to be there. */
    static void noteStep(Reference from, Object step, SourceRange where) {
        Object name = step instanceof KeyStep key ? key.key() : step;
        if (isOutputs(from) && name instanceof String output) {
            of(from).ifPresent(environment -> environment.outputs.putIfAbsent(output, where));
        }
    }

    private static boolean isOutputs(Reference reference) {
        List<Object> steps = reference.steps();
        return steps.size() == STEPS + 1 && steps.get(STEPS).equals(OUTPUT);
    }

    /** Notes that the value of a reference is used: that of all outputs where it names none of them. */
    public static void noteUse(Reference reference) {
        of(reference).ifPresent(environment -> environment.whole |= !namesOutput(reference.steps()));
    }

    private static boolean namesOutput(List<Object> steps) {
        return steps.size() > STEPS + 1 && !(steps.get(STEPS + 1) instanceof EachStep);
    }

    public String name() {
        return name;
    }

    /** The place where it is first named. */
    public SourceRange range() {
        return range;
    }

    /** The outputs that have to be there, with the first place that names each. */
    public Map<String, SourceRange> outputs() {
        return Collections.unmodifiableMap(outputs);
    }

    /** Tells whether all outputs together are used as one value. */
    public boolean isUsedWhole() {
        return whole;
    }
}
