package dev.corbel.dsl.variable;

import dev.corbel.providers.api.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that variables are given from outside, by name; later sources win over earlier ones. */
public record VariableInputs(Map<String, Given> values) {
    public static final VariableInputs NONE = new VariableInputs(Map.of());

    public VariableInputs {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * A value from outside.
     *
     * @param value a text still to be read as the variable's type, where {@code isText}
     * @param isText whether it comes from where everything is text
     * @param origin what gives it
     * @param source the option, file or environment variable, as messages name it
     */
    public record Given(Value value, boolean isText, Origin origin, String source) {}

    /** The origin of a value; a name that is not declared is an error, a warning or nothing. */
    public enum Origin {
        OPTION,
        FILE,
        ENVIRONMENT,
        SAVED_PLAN
    }

    /** The value given for a variable; null where there is none. */
    public @Nullable Given given(String name) {
        return values.get(name);
    }

    /** These, and others that win over them. */
    public VariableInputs and(VariableInputs others) {
        Map<String, Given> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        return new VariableInputs(all);
    }
}
