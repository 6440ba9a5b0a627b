package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.dsl.function.Files.FileCall;
import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.template.TemplateFunctions;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The functions that templates call: those of Terraform whose result follows from their arguments. */
record TemplateCalls(
        FunctionCall caller,
        Map<String, Function<Arguments, Value>> ofValues,
        Map<String, Function<FileCall, Value>> ofFiles)
        implements TemplateFunctions {
    /** Functions of this language alone, which Terraform does not have. */
    private static final Set<String> OWN = Set.of("bytes", "seconds");

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(Idioms.names());
        names.addAll(ofValues.keySet());
        names.addAll(ofFiles.keySet());
        names.add("jsonencode");
        names.removeAll(OWN);
        return names;
    }

    @Override
    public boolean readsFiles(String function) {
        return ofFiles.containsKey(function);
    }

    @Override
    public String reason(String function) {
        return switch (function) {
            case "timestamp", "plantimestamp", "uuid", "bcrypt", "rsadecrypt" ->
                "It makes a plan unrepeatable: give the value to templatefile(…).";
            case "templatefile", "templatestring" -> "Give its result to templatefile(…) as one of the values.";
            case "sensitive", "nonsensitive", "issensitive" -> "Call it in the definition, around templatefile(…).";
            default -> "";
        };
    }

    @Override
    public Value call(String function, List<Value> arguments) {
        try {
            if (function.equals("jsonencode")) {
                return json(arguments);
            }
            if (Idioms.find(function).isPresent()) {
                return Idioms.find(function).get().call(function, arguments);
            }
            FunctionSpec spec = Functions.find(function).orElseThrow();
            if (!spec.takes(arguments.size())) {
                throw new WrongArgumentException(spec.summary());
            }
            Arguments given = Arguments.of(spec, arguments);
            Function<FileCall, Value> ofFile = ofFiles.get(function);
            return ofFile == null
                    ? ofValues.getOrDefault(function, none -> Value.ofNull()).apply(given)
                    : ofFile.apply(new FileCall(given, caller.context(), caller.range()));
        } catch (WrongArgumentException wrong) {
            throw new FailedException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static Value json(List<Value> arguments) {
        if (arguments.size() != 1) {
            throw new WrongArgumentException(Functions.JSONENCODE.summary());
        }
        return Value.of(ValueJson.write(sorted(arguments.get(0)))
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }

    /** The value as Terraform has it, whose objects are in the order of their names. */
    private static Value sorted(Value value) {
        if (value instanceof ListValue list) {
            return Value.list(
                    list.elements().stream().map(TemplateCalls::sorted).toList());
        }
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new TreeMap<>();
            map.entries().forEach((key, entry) -> entries.put(key, sorted(entry)));
            return Value.map(entries);
        }
        return value;
    }
}
