package dev.corbel.dsl.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.corbel.dsl.variable.VariableInputs.Given;
import dev.corbel.dsl.variable.VariableInputs.Origin;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is given to variables from the places where it can be given. */
public final class VariableSources {
    private static final String PREFIX = "CORBEL_VAR_";

    private VariableSources() {}

    /**
     * Merges all sources: options win over files, later files over earlier ones, files over the environment.
     *
     * @param environment the environment of the process
     * @param files YAML or JSON files
     * @param options {@code name=value} each
     */
    public static VariableInputs read(Map<String, String> environment, List<Path> files, List<String> options) {
        VariableInputs inputs = fromEnvironment(environment);
        for (Path file : files) {
            inputs = inputs.and(fromFile(file));
        }
        return inputs.and(fromOptions(options));
    }

    /** The variables of the process that begin with {@code CORBEL_VAR_}. */
    public static VariableInputs fromEnvironment(Map<String, String> environment) {
        Map<String, Given> values = new LinkedHashMap<>();
        new TreeMap<>(environment).forEach((name, text) -> {
            if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
                values.put(
                        name.substring(PREFIX.length()),
                        new Given(Value.of(text), true, Origin.ENVIRONMENT, "the environment variable " + name));
            }
        });
        return new VariableInputs(values);
    }

    /** Options of the form {@code name=value}. */
    public static VariableInputs fromOptions(List<String> options) {
        Map<String, Given> values = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                // Anything but a name may be a value that lost its name, and a secret.
                String name = Step.isName(option) ? option : "NAME";
                String shown = equals == 0 ? "=…" : name.equals(option) ? name : "…";
                throw new DiagnosticsException(Diagnostic.error(
                                "\"--var " + shown + "\" names no " + (equals == 0 ? "variable" : "value"),
                                "An option is written --var NAME=VALUE.")
                        .withHint("Write --var " + name + "=VALUE."));
            }
            String name = option.substring(0, equals);
            values.put(name, new Given(Value.of(option.substring(equals + 1)), true, Origin.OPTION, "--var " + name));
        }
        return new VariableInputs(values);
    }

    /** A file with one map, in YAML or JSON. */
    public static VariableInputs fromFile(Path file) {
        String name = "--var-file " + file;
        JsonNode tree = tree(file, name);
        if (tree.isMissingNode() || tree.isNull()) {
            return VariableInputs.NONE;
        }
        if (!tree.isObject()) {
            throw new DiagnosticsException(Diagnostic.error(
                    "The variable file " + file + " is no map", "It gives values by name, as in \"imageTag: 1.4.2\"."));
        }
        Map<String, Given> values = new LinkedHashMap<>();
        tree.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), new Given(value(entry.getValue(), file), false, Origin.FILE, name)));
        return new VariableInputs(values);
    }

    private static Value value(JsonNode node, Path file) {
        try {
            return JsonTrees.value(node);
        } catch (IllegalArgumentException longNumber) {
            throw new DiagnosticsException(LongNumbers.problem(mapper(file), file), longNumber);
        }
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    private static ObjectMapper mapper(Path file) {
        return isJson(file) ? new ObjectMapper() : new YAMLMapper();
    }

    private static JsonNode tree(Path file, String name) {
        boolean json = isJson(file);
        ObjectMapper mapper = mapper(file);
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            String text = Files.readString(file);
            JsonNode tree = mapper.readTree(text);
            return json || !YamlAliases.concern(text) ? tree : YamlAliases.resolved(file.toString(), text, mapper);
        } catch (JsonProcessingException wrong) {
            throw UnreadableValues.problem(file, json ? "JSON" : "YAML", wrong);
        } catch (IOException unreadable) {
            boolean missing = !Files.exists(file);
            throw new DiagnosticsException(
                    Diagnostic.error(
                            missing ? "There is no file " + file : "The file " + file + " cannot be read",
                            "It is given by " + name + "."),
                    unreadable);
        }
    }
}
