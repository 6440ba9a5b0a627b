package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions of lists and maps, with Terraform's names and results. */
final class CollectionFunctions {
    private static final Type LIST = Type.list(Type.ANY);

    static final List<FunctionSpec> ALL = List.of(
            function(
                    "coalesce",
                    List.of(Parameter.restOrNull("value")),
                    "the first value that is neither null nor an empty text; 0 and false are values",
                    "coalesce(null, '', 0, 1)",
                    "'0'"),
            function(
                    "one",
                    List.of(Parameter.of("list", LIST)),
                    "its only element; null where it is empty",
                    "one(['a'])",
                    "'a'"),
            function(
                    "setproduct",
                    List.of(Parameter.rest("list", LIST)),
                    "each element of one list with each of the next ones, the last changing first",
                    "setproduct(['a', 'b'], ['x', 'y'])",
                    "[['a', 'x'], ['a', 'y'], ['b', 'x'], ['b', 'y']]"),
            function(
                    "transpose",
                    List.of(Parameter.of("map", Type.map(Type.list(Type.STRING)))),
                    "a map of lists of texts, turned over: each text with the keys that it stood under",
                    "transpose([a: ['x', 'y'], b: ['y']])",
                    "[x: ['a'], y: ['a', 'b']]"),
            function(
                    "zipmap",
                    List.of(Parameter.of("keys", Type.list(Type.STRING)), Parameter.of("values", LIST)),
                    "a map of keys and values that stand at the same positions",
                    "zipmap(['b', 'a'], [1, 2])",
                    "[a: 2, b: 1]"));

    private CollectionFunctions() {}
}
