package dev.corbel.planner.builtin;

import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code corbel_environment}: the outputs of another environment, which {@code environment('NAME')} stands for. */
public final class EnvironmentData implements DataSourceType {
    /** The attribute with the lineage of the state that was read. */
    public static final String LINEAGE = "lineage";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required(OtherEnvironment.NAME, Type.STRING)
                    .describedAs("The name of an environment of this project."))
            .attribute(Attribute.optional(OtherEnvironment.USES, Type.list(Type.STRING))
                    .describedAs("The outputs that must be there; they follow from the references."))
            .attribute(Attribute.optional(OtherEnvironment.WHOLE, Type.BOOLEAN)
                    .describedAs("Whether all outputs are used as one value; it follows from the references."))
            .attribute(Attribute.computed(LINEAGE, Type.STRING).describedAs("The lineage of its state."))
            .attribute(Attribute.computed(OtherEnvironment.OUTPUT, Type.ANY)
                    .describedAs("Its outputs by their names, as its last apply left them."))
            .build();

    private final EnvironmentReader reader;

    EnvironmentData(EnvironmentReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return OtherEnvironment.TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public String description() {
        return "the outputs of another environment; written as `environment('NAME')`";
    }

    @Override
    public MapValue read(Session session, MapValue configuration) throws ProviderException {
        String name = configuration.text(OtherEnvironment.NAME).orElseThrow();
        State state;
        try {
            state = reader.read(name);
        } catch (DiagnosticsException unreadable) {
            throw new ProviderException(unreadable.diagnostics().get(0)).because(unreadable);
        }
        MapValue outputs = outputs(state);
        List<String> missing = uses(configuration).stream()
                .filter(output -> !outputs.entries().containsKey(output))
                .toList();
        if (!missing.isEmpty() || state.serial() == 0) {
            throw new ProviderException(missing(name, missing));
        }
        return configuration.with(OtherEnvironment.OUTPUT, outputs).with(LINEAGE, Value.of(state.lineage()));
    }

    private static Diagnostic missing(String name, List<String> outputs) {
        String which = outputs.stream().map(output -> "\"" + output + "\"").collect(Collectors.joining(", "));
        String what = outputs.isEmpty() ? "outputs" : outputs.size() == 1 ? "output " + which : "outputs " + which;
        return Diagnostic.error(
                        "The environment \"" + name + "\" has no " + what + " yet",
                        "Outputs are read from its state, where its last apply left them.")
                .withHint("Run corbel apply " + name + " first.");
    }

    /** The outputs that have to be there, of a configuration or of what was read. */
    static List<String> uses(MapValue read) {
        return read.get(OtherEnvironment.USES) instanceof ListValue list
                ? list.elements().stream().map(Value::toString).toList()
                : List.of();
    }

    /** The outputs of a state, marked where they are sensitive. */
    static MapValue outputs(State state) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        state.outputs().forEach((name, output) -> outputs.put(name, output.marked()));
        return new MapValue(outputs);
    }
}
