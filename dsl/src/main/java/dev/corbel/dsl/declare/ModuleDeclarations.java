package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.scope.Variables;
import dev.corbel.dsl.source.ModuleFiles;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes {@code module(name) { source = …; input = … }} and runs the module's files. */
final class ModuleDeclarations {
    private final Context context;
    private final FileRunner runner;
    private final Deque<String> open = new ArrayDeque<>();

    ModuleDeclarations(Context context, FileRunner runner) {
        this.context = context;
        this.runner = runner;
    }

    void declare(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.MODULE);
        String name = Labels.name(call, 0);
        Scope earlier = scope.modules().get(name);
        if (earlier != null) {
            throw Problem.error("The module \"" + name + "\" is declared twice", "", null, call.range());
        }
        FreeBlock block =
                new FreeBlock(context, scope, "module \"" + name + "\"", "Give collections as lists and maps, with =.");
        Labels.body(call).run(block);
        Map<String, VariableSource.Argument> arguments = new LinkedHashMap<>(block.arguments());
        VariableSource.Argument source = arguments.remove("source");
        if (source == null && block.isSkipped()) {
            throw Placeholder.skip();
        }
        if (source == null) {
            throw Problem.error(
                    "\"source\" is missing in module \"" + name + "\"",
                    "",
                    "Add source = './modules/NAME'.",
                    call.range());
        }
        run(name, source, arguments, scope, call.range());
    }

    private void run(
            String name,
            VariableSource.Argument source,
            Map<String, VariableSource.Argument> arguments,
            Scope scope,
            SourceRange range) {
        List<Map.Entry<String, String>> files = files(source, scope);
        String first = files.get(0).getKey();
        if (open.contains(first)) {
            throw Problem.error("The module \"" + name + "\" contains itself", "", null, source.valueRange());
        }
        Variables variables = new Variables(
                scope.variables().environment(),
                new VariableSource.ModuleBlock("module \"" + name + "\"", arguments, range),
                context.problems());
        Scope inner = scope.module(name, variables, first, range);
        open.push(first);
        try {
            runner.run(files, inner, Level.MODULE);
        } finally {
            open.pop();
        }
        Set<String> declared = variables.names();
        arguments.forEach((argument, value) -> {
            if (!declared.contains(argument) && !context.problems().isIncomplete()) {
                context.problems()
                        .error(
                                "The module \"" + name + "\" has no variable \"" + argument + "\"",
                                "",
                                Hints.find(Place.MODULE, argument)
                                        .or(() -> Hints.find(Place.ATTRIBUTE, argument))
                                        .or(() -> Suggestion.didYouMean(argument, declared))
                                        .orElse(null),
                                value.nameRange());
            }
        });
    }

    private List<Map.Entry<String, String>> files(VariableSource.Argument source, Scope scope) {
        List<Map.Entry<String, String>> found =
                new ModuleFiles(context.files(), context::read).find(path(source), scope.file());
        if (!found.isEmpty()) {
            return found;
        }
        throw Problem.error(
                "There is no module at \"" + source.value() + "\"",
                "A module is a .groovy file, or a folder with such files. Paths are relative to the project, or to the"
                        + " file that uses the module.",
                null,
                source.valueRange());
    }

    private static String path(VariableSource.Argument source) {
        if (source.value() == Placeholder.VALUE) {
            throw Placeholder.skip();
        }
        if (source.value() instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw Problem.error("\"source\" must be a string", "", "Write source = './modules/NAME'.", source.valueRange());
    }
}
