package dev.corbel.dsl;

import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory whose environment is {@code environments/test.groovy}. */
final class TestProject {
    private static final String FILE = "environments/test.groovy";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, VariableInputs.Given> inputs = new LinkedHashMap<>();
    private final TestCloud cloud = new TestCloud();
    private Optional<Readings> readings = Optional.empty();
    private LoadMode mode = LoadMode.PLAN;
    private RecordedPlacements placements = RecordedPlacements.NONE;

    private TestProject(String environment) {
        files.put(FILE, environment);
    }

    static TestProject of(String environment) {
        return new TestProject(environment);
    }

    TestProject with(String file, String text) {
        files.put(file, text);
        return this;
    }

    TestProject withBlueprint(String component, String source) {
        cloud.with(component, source);
        return this;
    }

    TestProject withVariable(String name, String text) {
        inputs.put(
                name,
                new VariableInputs.Given(Value.of(text), true, VariableInputs.Origin.OPTION, "--var " + name + "=…"));
        return this;
    }

    TestProject withVariable(String name, Value value) {
        inputs.put(name, new VariableInputs.Given(value, false, VariableInputs.Origin.FILE, "--var-file test.yaml"));
        return this;
    }

    /** Lets parts of apps stand on hosts already. */
    TestProject standing(Map<Address, Map<String, List<String>>> hosts) {
        placements = new RecordedPlacements(hosts);
        return this;
    }

    TestProject validating() {
        mode = LoadMode.VALIDATE;
        return this;
    }

    /** Lets references decide what is declared. */
    TestProject deciding(Readings values) {
        readings = Optional.of(values);
        return this;
    }

    LoadOptions options() {
        LoadOptions options = LoadOptions.of(Path.of("."), FILE, new ProviderCatalog(List.of(cloud)))
                .fromSources(files)
                .with(new VariableInputs(inputs))
                .with(mode)
                .with(placements);
        return readings.map(options::deciding).orElse(options);
    }

    LoadedDefinition load() {
        return DefinitionLoader.load(options());
    }

    /** The definition as text; fails with the problems where there are any. */
    String rendered() {
        try {
            return Rendering.definition(load().definition());
        } catch (DiagnosticsException problems) {
            throw new AssertionError(Rendering.problems(problems.diagnostics()), problems);
        }
    }

    /** The value of the first output as JSON; fails with the problems where there are any. */
    String value() {
        try {
            Expression value = load().definition().outputs().get(0).value();
            return ValueJson.write(((Expression.Literal) value).value());
        } catch (DiagnosticsException problems) {
            throw new AssertionError(Rendering.problems(problems.diagnostics()), problems);
        }
    }

    /** The problems as text, without the name of the environment's file. */
    String problems() {
        try {
            LoadedDefinition loaded = load();
            return Rendering.problems(loaded.warnings()).replace(FILE + ":", "");
        } catch (DiagnosticsException problems) {
            return Rendering.problems(problems.diagnostics()).replace(FILE + ":", "");
        }
    }
}
