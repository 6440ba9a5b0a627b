package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.evaluate.EnvironmentDeclarations.Level;
import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.syntax.ReadProgram;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the files of an environment and keeps what they declare. */
public final class Evaluator {
    private final Context context;
    private final Settings settings;
    private final ResourceDeclarations resources;
    private final ModuleDeclarations modules;
    private final ComponentDeclarations components;

    public Evaluator(Context context) {
        this.context = context;
        this.settings = new Settings(context);
        this.resources = new ResourceDeclarations(context);
        this.modules = new ModuleDeclarations(this);
        this.components = new ComponentDeclarations(this);
    }

    /** Runs an environment's file and the blueprints of its components, and links what they declare. */
    public Definition environment(String name, String file, String text, VariableInputs inputs) {
        Variables variables = new Variables(name, new VariableSource.Outside(inputs), context.problems());
        Space space = Space.environment(variables, file);
        run(List.of(Map.entry(file, text)), space, Level.ENVIRONMENT);
        Regions regions = new Regions(space);
        ProviderNames providers =
                new ProviderNames(context.catalog(), settings.providers().keySet(), regions.names());
        regions.check(providers, context.problems());
        new ResidencyCheck(context.problems(), settings.residency().orElse(null)).check(regions);
        components.expand(space);
        components.checkProjectBlueprints();
        inputs.values()
                .forEach((variable, given) -> UndeclaredInputs.check(variable, given, variables, context.problems()));
        Definition definition = new Assembly(context, settings, space, providers).assemble();
        context.close();
        return definition;
    }

    /** Runs files one after the other in one place. Their variables are known to all of them from the start. */
    void run(List<Map.Entry<String, String>> files, Space space, Level level) {
        EnvironmentDeclarations receiver = new EnvironmentDeclarations(this, space, level);
        List<Program.Run> runs = new java.util.ArrayList<>();
        for (Map.Entry<String, String> file : files) {
            try {
                ReadProgram read = context.program(file.getKey(), file.getValue());
                read.problems().forEach(context.problems()::add);
                runs.add(read.program().start(receiver));
            } catch (DiagnosticsException problems) {
                context.problems().addAll(problems);
                context.problems().skipped();
            }
        }
        for (Program.Run run : runs) {
            Map<String, Runnable> ahead = new LinkedHashMap<>();
            run.labelled("variable").forEach((name, declaration) -> ahead.put(name, () -> run.take(declaration)));
            space.variables().ahead(ahead);
        }
        runs.forEach(Program.Run::finish);
    }

    /** Runs only the {@code state} block of an environment's file. */
    public Optional<BackendDeclaration> backend(String name, String file, String text) {
        Variables variables = new Variables(name, new VariableSource.Outside(VariableInputs.NONE), context.problems());
        Space space = Space.environment(variables, file);
        EnvironmentDeclarations receiver = new EnvironmentDeclarations(this, space, Level.ENVIRONMENT);
        ReadProgram read = context.program(file, text);
        Program.Run run = read.program().start(receiver);
        read.problems().stream()
                .filter(problem -> problem.range().filter(run.around("state")).isPresent())
                .forEach(context.problems()::add);
        run.only("state");
        return Assembly.backend(context, settings);
    }

    Context context() {
        return context;
    }

    Settings settings() {
        return settings;
    }

    ResourceDeclarations resources() {
        return resources;
    }

    ModuleDeclarations modules() {
        return modules;
    }

    ComponentDeclarations components() {
        return components;
    }
}
