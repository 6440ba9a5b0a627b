package dev.corbel.dsl.function;

import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.FunctionSpec.Count;
import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A function with the types of its parameters. */
record Idiom(List<Parameter> parameters, Function<Arguments, Value> function) {
    Value call(String name, List<Value> arguments) {
        FunctionSpec spec = new FunctionSpec(name, parameters, "", "", "", "");
        if (!spec.takes(arguments.size())) {
            throw new Arguments.WrongArgumentException(name + "(…) does not take " + arguments.size() + " arguments");
        }
        return function.apply(Arguments.of(spec, arguments));
    }

    /** A function of parameters of these types. */
    static Idiom of(Function<Arguments, Value> function, Type... types) {
        return new Idiom(parameters(Count.ONE, types), function);
    }

    /** A function whose last parameter takes any number of values. */
    static Idiom ofRest(Function<Arguments, Value> function, Type... types) {
        return new Idiom(parameters(Count.REST, types), function);
    }

    private static List<Parameter> parameters(Count last, Type... types) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            Count count = i == types.length - 1 ? last : Count.ONE;
            parameters.add(new Parameter("argument " + (i + 1), types[i], count, types[i] == Type.ANY));
        }
        return parameters;
    }
}
