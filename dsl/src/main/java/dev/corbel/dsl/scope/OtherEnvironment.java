package dev.corbel.dsl.scope;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another environment of the project, of which outputs are read: {@code environment('NAME').output.OUTPUT}. Each is a data
 * source of the outermost scope, which is declared where it is first named.
 */
public final class OtherEnvironment {
    /** The folder with the files of environments. */
    public static final String FOLDER = "environments";

    /** The end of the names of files of environments. */
    public static final String SUFFIX = ".groovy";

    /** The type of the data source. */
    public static final String TYPE = "corbel_environment";

    /** The attribute that tells which environment it is. */
    public static final String NAME = "name";

    /** The attribute with the outputs. */
    public static final String OUTPUT = "output";

    /** The attribute with the names of the outputs that have to be there. */
    public static final String USES = "uses";

    /** The attribute that tells whether all outputs together are used as one value. */
    public static final String WHOLE = "whole";

    /** The number of steps that lead to the data source. */
    static final int STEPS = 3;

    private final String name;
    private final SourceRange range;
    private final Map<String, SourceRange> outputs = new TreeMap<>();
    private boolean whole;

    /** An environment, with the place where it is first named. */
    public OtherEnvironment(String name, SourceRange range) {
        this.name = name;
        this.range = range;
    }

    /** The path of the file of an environment in the project. */
    public static String file(String environment) {
        return FOLDER + "/" + environment + SUFFIX;
    }

    /** The way that references to an environment begin with. */
    public static List<Object> steps(String environment) {
        return List.of("data", TYPE, environment);
    }

    /** The name of the environment that steps lead to; empty where they lead elsewhere. */
    static Optional<String> named(List<Object> steps) {
        return steps.size() >= STEPS
                        && steps.get(0).equals("data")
                        && steps.get(1).equals(TYPE)
                ? Optional.of(String.valueOf(steps.get(2)))
                : Optional.empty();
    }

    /** The way to an environment as it is written; empty where the steps lead elsewhere. */
    static Optional<String> written(List<Object> steps) {
        return named(steps).map(name -> "environment('" + name + "')");
    }

    /** Notes the output that another step leads to: it has to be there. */
    void noteStep(List<Object> steps, Object step, SourceRange where) {
        Object output = step instanceof KeyStep key ? key.key() : step;
        boolean ofOutputs = steps.size() == STEPS + 1 && steps.get(STEPS).equals(OUTPUT);
        if (ofOutputs && output instanceof String text) {
            outputs.putIfAbsent(text, where);
        }
    }

    /** Notes that the value behind the steps is used: that of all outputs where they name none. */
    void noteUse(List<Object> steps) {
        whole |= steps.size() <= STEPS + 1 || steps.get(STEPS + 1) instanceof EachStep;
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
