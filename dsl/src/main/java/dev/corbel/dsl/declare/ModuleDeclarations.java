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
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        String path = path(source);
        String besideCaller = parent(scope.file()) + path;
        for (String candidate : List.of(path, besideCaller)) {
            List<Map.Entry<String, String>> found = found(normal(candidate));
            if (!found.isEmpty()) {
                return found;
            }
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

    private List<Map.Entry<String, String>> found(@Nullable String path) {
        List<Map.Entry<String, String>> files = new ArrayList<>();
        if (path == null) {
            return files;
        }
        if (path.endsWith(".groovy")) {
            context.read(path).ifPresent(text -> files.add(Map.entry(path, text)));
            return files;
        }
        for (String file : context.files().definitionsIn(path)) {
            context.read(file).ifPresent(text -> files.add(Map.entry(file, text)));
        }
        if (files.isEmpty()) {
            context.read(path + ".groovy").ifPresent(text -> files.add(Map.entry(path + ".groovy", text)));
        }
        return files;
    }

    private static String parent(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash + 1);
    }

    /** The path without {@code .} and {@code ..}; null where it leads out of the project. */
    private static @Nullable String normal(String path) {
        String normal = Path.of(path).normalize().toString().replace('\\', '/');
        return normal.startsWith("..") ? null : normal;
    }
}
