package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Program;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.syntax.Programs;
import dev.corbel.dsl.syntax.ReadProgram;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Runs files and keeps what they declare. */
public final class Evaluator implements FileRunner, BlockActions {
    private final Context context;
    private final Programs programs;
    private final Settings settings;
    private final ComponentDeclarations components;
    private final Map<String, BiConsumer<BlockCall, Scope>> actions = new HashMap<>();

    public Evaluator(Context context, Programs programs) {
        this.context = context;
        this.programs = programs;
        this.settings = new Settings(context);
        this.components = new ComponentDeclarations(context, this, this);
        ResourceDeclarations resources = new ResourceDeclarations(context);
        on(Keywords.RESOURCE, resources::declare);
        on(Keywords.DATA, resources::declare);
        on(Keywords.MODULE, new ModuleDeclarations(context, this)::declare);
        on(Keywords.OUTPUT, (call, scope) -> OutputBlock.declare(context, scope, call));
        on(Keywords.VARIABLE, new VariableDeclarations(context)::declare);
        on(Keywords.CHECK, settings::check);
        on(Keywords.MOVED, settings::moved);
        on(Keywords.REMOVED, settings::removed);
        on(Keywords.ADOPT, settings::adopt);
        on(Keywords.IGNORE_DRIFT, settings::ignoreDrift);
        on(Keywords.POLICY_SETTINGS, settings.policies()::configure);
        on(Keywords.POLICY, settings.policies()::policy);
        on(Keywords.WAIVE, settings.policies()::waive);
        on(Keywords.STATE, settings::state);
        on(Keywords.PROVIDER, settings::provider);
        on(Keywords.REFUSE, Evaluator::refuse);
    }

    private void on(Keyword keyword, BiConsumer<BlockCall, Scope> action) {
        actions.put(keyword.name(), action);
    }

    /** The keywords that are taken, besides those of components. */
    Set<String> keywords() {
        return actions.keySet();
    }

    @Override
    public void take(Keyword keyword, BlockCall call, Scope scope) {
        actions.getOrDefault(keyword.name(), components::declare).accept(call, scope);
    }

    private static void refuse(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.REFUSE);
        throw new RefusedException(Diagnostic.error(Labels.text(call.arguments().get(0), "refuse"), "")
                .withHint(Labels.text(call.arguments().get(1), "refuse"))
                .at(place(call, scope)));
    }

    private static @Nullable SourceRange place(BlockCall call, Scope scope) {
        BlockCall.Located input = call.options().get("input");
        if (input == null) {
            return scope.range();
        }
        String[] name = Labels.text(input, "refuse").split("\\.", 2);
        Scope component = scope.enclosing(name[0])
                .filter(around -> name.length == 2 && around.takes(name[1]))
                .orElseThrow(() -> Problem.error(
                        "\"refuse\" cannot point to \"" + String.join(".", name) + "\"",
                        "It is no input of the component or of one around it.",
                        "Write the component and its input, such as 'region.zones'.",
                        input.range()));
        DeclaredValue.Written written = component.inputs().get(name[1]);
        return written == null ? component.range() : written.range();
    }

    @Override
    public void run(List<Map.Entry<String, String>> files, Scope scope, Level level) {
        List<Program.Run> runs = new ArrayList<>();
        for (Map.Entry<String, String> file : files) {
            try {
                ReadProgram read = program(file.getKey(), file.getValue());
                read.problems().forEach(context.problems()::add);
                runs.add(read.program().start(receiver(scope, level)));
            } catch (DiagnosticsException problems) {
                context.problems().addAll(problems);
                context.problems().skipped();
            }
        }
        for (Program.Run run : runs) {
            Map<String, Runnable> ahead = new LinkedHashMap<>();
            run.labelled(Keywords.VARIABLE.name())
                    .forEach((name, declaration) -> ahead.put(name, () -> run.take(declaration)));
            scope.variables().ahead(ahead);
        }
        runs.forEach(Program.Run::finish);
    }

    /** Runs only the {@code state} block of an environment's file. */
    public void runState(String file, String text, Scope scope) {
        ReadProgram read = program(file, text);
        Program.Run run = read.program().start(receiver(scope, Level.ENVIRONMENT));
        String state = Keywords.STATE.name();
        read.problems().stream()
                .filter(problem -> problem.range().filter(run.around(state)).isPresent())
                .forEach(context.problems()::add);
        run.only(state);
    }

    private ReadProgram program(String file, String text) {
        context.source(file, text);
        return programs.program(file, text);
    }

    private FileDeclarations receiver(Scope scope, Level level) {
        return new FileDeclarations(context, scope, level, this, settings);
    }

    /** Builds the components from their blueprints, once all files ran. */
    public void expand(Scope environment) {
        components.expand(environment);
        components.checkProjectBlueprints();
    }

    public Settings settings() {
        return settings;
    }
}
