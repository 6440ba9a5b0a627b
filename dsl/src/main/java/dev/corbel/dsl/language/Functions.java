package dev.corbel.dsl.language;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the language: the one list that the parser, evaluation, errors, suggestions and documents read. */
public final class Functions {
    public static final FunctionSpec FILE = new FunctionSpec(
            "file",
            List.of(Parameter.of("path")),
            "the path of one file",
            "the text of a file of the project",
            "file('path')",
            "");
    public static final FunctionSpec JSONENCODE = new FunctionSpec(
            "jsonencode",
            List.of(Parameter.of("value")),
            "one value",
            "the value as JSON; with references in it, once they are known",
            "jsonencode(value)",
            "");
    public static final FunctionSpec CIDRSUBNET = new FunctionSpec(
            "cidrsubnet",
            List.of(Parameter.of("range"), Parameter.of("bits"), Parameter.of("number")),
            "a range of addresses, a number of bits and a number",
            "the range `10.0.1.0/24`: number 1 of those that are 8 bits longer; IPv4",
            "cidrsubnet('10.0.0.0/16', 8, 1)",
            "10.0.1.0/24");
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
            "isKnown(value)",
            "");
    public static final FunctionSpec IS_SENSITIVE = new FunctionSpec(
            "isSensitive",
            List.of(Parameter.of("value")),
            "one value",
            "whether the value must not be shown; also of references",
            "isSensitive(value)",
            "");

    private static final Map<String, FunctionSpec> ALL = new LinkedHashMap<>();

    static {
        List.of(FILE, JSONENCODE, CIDRSUBNET, CLOUD_NAME, SECRET_REFERENCES, IS_KNOWN, IS_SENSITIVE)
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

    /** The names, for suggestions. */
    public static Set<String> names() {
        return java.util.Collections.unmodifiableSet(ALL.keySet());
    }
}
