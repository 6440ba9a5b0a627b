package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings what a {@code state} block says into the form that its schema describes, or says what is wrong with it. */
final class ConfigurationCheck {
    private final StateBlock block;
    private final List<Diagnostic> problems = new ArrayList<>();

    ConfigurationCheck(StateBlock block) {
        this.block = block;
    }

    /** The values of the block, of the schema's types and with its defaults. */
    MapValue check(Schema schema) {
        MapValue values = contents(block.configuration(), schema, block.title(), "");
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        return values;
    }

    private MapValue contents(MapValue written, Schema schema, String title, String place) {
        Map<String, Value> values = new LinkedHashMap<>();
        checkNames(written, schema, title, place);
        schema.attributes().values().forEach(attribute -> take(values, written, attribute, title, place));
        schema.blocks().values().forEach(nested -> take(values, written, nested, inside(place, nested.name())));
        return new MapValue(values);
    }

    private static String inside(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private void take(Map<String, Value> values, MapValue written, BlockType nested, String place) {
        Value value = written.get(nested.name()).unmarked();
        if (value.isNull()) {
            return;
        }
        List<Value> found = value instanceof ListValue several ? several.elements() : List.of(value);
        List<Value> blocks = new ArrayList<>();
        for (Value one : found) {
            if (!(one.unmarked() instanceof MapValue contents)) {
                problem(
                        place,
                        "\"" + nested.name() + "\" is a block",
                        "",
                        "Write " + nested.name() + " { … } without =.");
                return;
            }
            String where = blocks.isEmpty() ? place : place + "[" + blocks.size() + "]";
            blocks.add(contents(contents, nested.schema(), "\"" + nested.name() + "\"", where));
        }
        if (nested.nesting() != BlockType.Nesting.SINGLE) {
            values.put(nested.name(), Value.list(blocks));
        } else if (blocks.size() == 1) {
            values.put(nested.name(), blocks.get(0));
        } else {
            problem(place + "[1]", "There are two \"" + nested.name() + "\" blocks", "There can be one.", null);
        }
    }

    private void take(Map<String, Value> values, MapValue written, Attribute attribute, String title, String around) {
        String name = attribute.name();
        Value value = written.get(name);
        if (value.isNull()) {
            attribute.defaultValue().ifPresent(standard -> values.put(name, standard));
            if (attribute.isRequired()) {
                problem(
                        around,
                        "\"" + name + "\" is missing in " + title,
                        attribute.description(),
                        "Add " + name + " = ….");
            }
            return;
        }
        String place = inside(around, name);
        try {
            Value converted = Conversion.convert(value, attribute.type());
            validate(attribute, converted.unmarked(), place);
            values.put(name, converted);
        } catch (Conversion.MismatchException mismatch) {
            String path = mismatch.path().isRoot() ? "" : " at " + mismatch.path();
            problem(place, "\"" + name + "\"" + path + " " + mismatch.getMessage(), "", null);
        }
    }

    private void validate(Attribute attribute, Value value, String place) {
        String shown = value instanceof StringValue text ? "\"" + text.value() + "\"" : value.toString();
        attribute.validations().stream()
                .flatMap(validation -> validation.problem(value).stream())
                .forEach(problem -> problem(
                        place,
                        "\"" + attribute.name() + "\" " + problem,
                        attribute.isSensitive() ? "" : "It is " + shown + ".",
                        null));
    }

    private void checkNames(MapValue written, Schema schema, String title, String around) {
        for (String name : written.entries().keySet()) {
            if (!schema.names().contains(name)) {
                problem(
                        inside(around, name),
                        "There is no \"" + name + "\" in " + title,
                        "",
                        Suggestion.didYouMean(name, schema.names())
                                .orElse(
                                        schema.names().isEmpty()
                                                ? "It takes nothing."
                                                : "It has " + String.join(", ", schema.names()) + "."));
            }
        }
    }

    private void problem(String place, String summary, String detail, @Nullable String hint) {
        problems.add(Diagnostic.error(summary, detail).at(block.place(place)).withHint(hint));
    }
}
