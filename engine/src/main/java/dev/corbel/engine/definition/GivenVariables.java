package dev.corbel.engine.definition;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.VariableDeclaration;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.dsl.variable.VariableInputs.Given;
import dev.corbel.dsl.variable.VariableInputs.Origin;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of variables as a plan carries them: as JSON, texts among them that their types read again. */
public final class GivenVariables {
    private GivenVariables() {}

    /** The values of the variables that a definition declares; the process's environment may have more. */
    public static Map<String, String> texts(VariableInputs inputs, Definition definition) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (VariableDeclaration variable : definition.variables()) {
            Given given = inputs.given(variable.name());
            if (given != null) {
                texts.put(variable.name(), ValueJson.write(given.value().fullyUnmarked()));
            }
        }
        return texts;
    }

    static VariableInputs saved(Map<String, String> texts) {
        Map<String, Given> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            Value value = value(name, text);
            values.put(name, new Given(value, value instanceof StringValue, Origin.SAVED_PLAN, "the saved plan"));
        });
        return new VariableInputs(values);
    }

    private static Value value(String name, String text) {
        try {
            return ValueJson.read(text);
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "the plan's value of variable " + name + " is not what was saved", broken);
        }
    }
}
