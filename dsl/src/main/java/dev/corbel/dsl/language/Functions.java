package dev.corbel.dsl.language;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The functions of the language: the one list that the parser, evaluation, errors, suggestions and documents read. */
public final class Functions {
    public static final FunctionSpec FILE = new FunctionSpec(
            "file",
            List.of(Parameter.of("path", Type.STRING)),
            "the path of one file",
            "the text of a file of the project",
            "file('path')",
            "");
    public static final FunctionSpec JSONENCODE = new FunctionSpec(
            "jsonencode",
            List.of(Parameter.of("value")),
            "one value",
            "the value as JSON; with references in it, once they are known",
            "jsonencode([a: 1])",
            "'{\"a\":1}'");
    public static final FunctionSpec CLOUD_NAME = new FunctionSpec(
            "cloudName",
            List.of(Parameter.optional("part"), Parameter.optional("maximum")),
            "a part and a maximum",
            "a name that is made of where it stands",
            "cloudName('part', maximum: 32)",
            "");
    public static final FunctionSpec SECRET_REFERENCES = new FunctionSpec(
            "secretReferences",
            List.of(Parameter.of("map")),
            "a map",
            "the entries that tell where a secret is: outputs of components such as `database.password`",
            "secretReferences(map)",
            "");
    public static final FunctionSpec IS_KNOWN = new FunctionSpec(
            "isKnown",
            List.of(Parameter.of("value")),
            "one value",
            "whether the value is known while the definition is read",
            "isKnown([a: 1])",
            "true");
    public static final FunctionSpec IS_SENSITIVE = new FunctionSpec(
            "isSensitive",
            List.of(Parameter.of("value")),
            "one value",
            "whether the value must not be shown; also of references",
            "isSensitive('x')",
            "false");

    private static final List<FunctionSpec> OF_CODE = List.of(
            new FunctionSpec(
                    "combine",
                    List.of(Parameter.of("value"), Parameter.restOrNull("value")),
                    "values and code that takes as many",
                    "what code makes of references, once they are known",
                    "combine('a', 1) { x, y -> \"$x-$y\" }",
                    "'a-1'"),
            new FunctionSpec(
                    "attempt",
                    List.of(Parameter.of("code"), Parameter.restOrNull("code")),
                    "code without parameters, each between braces",
                    "the value of the first code that does not fail; also where that is known later",
                    "attempt({ [a: 1].b }, { 'none' })",
                    "'none'"),
            new FunctionSpec(
                    "sensitive",
                    List.of(Parameter.of("value")),
                    "one value",
                    "the value, which is not to be shown",
                    "sensitive(file('key.pem'))",
                    ""),
            new FunctionSpec(
                    "nonsensitive",
                    List.of(Parameter.of("value")),
                    "one value",
                    "the value, which may be shown; the only way to make it so",
                    "nonsensitive(sensitive('x'))",
                    "'x'"));

    private static final FunctionSpec ENVIRONMENT = new FunctionSpec(
            "environment",
            List.of(Parameter.of("name", Type.STRING)),
            "the name of another environment",
            "an output of another environment of the project, as its last apply left it",
            "environment('network').output.vpcId",
            "");

    private static final Map<String, FunctionSpec> ALL = new LinkedHashMap<>();

    static {
        Stream.of(
                        List.of(FILE, JSONENCODE, CLOUD_NAME, SECRET_REFERENCES, ENVIRONMENT, IS_KNOWN, IS_SENSITIVE),
                        OF_CODE,
                        FileFunctions.ALL,
                        AddressFunctions.ALL,
                        TextFunctions.ALL,
                        CollectionFunctions.ALL,
                        TimeFunctions.ALL,
                        MeasureFunctions.ALL)
                .flatMap(List::stream)
                .forEach(function -> ALL.put(function.name(), function));
    }

    private Functions() {}

    /** All of them, in the order of the document. */
    public static List<FunctionSpec> all() {
        return List.copyOf(ALL.values());
    }

    public static Optional<FunctionSpec> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    public static boolean has(String name) {
        return ALL.containsKey(name);
    }

    /** Tells whether this is a function that takes code, so that braces behind it make it no block. */
    public static boolean takesCode(String name) {
        return name.equals("combine") || name.equals("attempt");
    }

    /** The names, for suggestions. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }
}
