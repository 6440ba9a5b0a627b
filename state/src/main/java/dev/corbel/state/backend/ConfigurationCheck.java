package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
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

    /** What the block says, of the schema's types and with its defaults. */
    MapValue check(Schema schema) {
        Map<String, Value> values = new LinkedHashMap<>();
        checkNames(block.configuration(), schema, block.title(), null);
        schema.attributes().forEach((name, attribute) -> take(values, block.configuration(), attribute, null));
        schema.blocks().forEach((name, nested) -> take(values, nested));
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
        return new MapValue(values);
    }

    private void take(Map<String, Value> values, BlockType nested) {
        Value written = block.configuration().get(nested.name()).unmarked();
        if (written instanceof MapValue contents) {
            Map<String, Value> inner = new LinkedHashMap<>();
            checkNames(contents, nested.schema(), "\"" + nested.name() + "\"", nested.name());
            nested.schema().attributes().forEach((name, attribute) -> take(inner, contents, attribute, nested.name()));
            values.put(nested.name(), new MapValue(inner));
        } else if (!written.isNull()) {
            problem(
                    nested.name(),
                    "\"" + nested.name() + "\" is a block",
                    "",
                    "Write " + nested.name() + " { … } without =.");
        }
    }

    private void take(Map<String, Value> values, MapValue written, Attribute attribute, @Nullable String around) {
        String name = attribute.name();
        String place = around == null ? name : around;
        Value value = written.get(name);
        if (value.isNull()) {
            attribute.defaultValue().ifPresent(standard -> values.put(name, standard));
            if (attribute.isRequired()) {
                problem(
                        place,
                        "\"" + name + "\" is missing in " + (around == null ? block.title() : "\"" + around + "\""),
                        attribute.description(),
                        "Add " + name + " = ….");
            }
            return;
        }
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

    private void checkNames(MapValue written, Schema schema, String title, @Nullable String around) {
        for (String name : written.entries().keySet()) {
            if (!schema.names().contains(name)) {
                problem(
                        around == null ? name : around,
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
