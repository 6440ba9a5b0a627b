package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.Context;
import dev.corbel.providers.api.diagnostic.SourceRange;

/** Functions that read files of the project. */
final class Files {
    private Files() {}

    static String text(FunctionCall call) {
        if (call.argument(0) instanceof Deferred deferred) {
            throw Refusal.of(deferred, "used as a path", call.range());
        }
        if (!(call.argument(0) instanceof String path)) {
            throw call.wrong();
        }
        return text(path, call.context(), call.range());
    }

    private static String text(String path, Context context, SourceRange range) {
        String clean = path.startsWith("./") ? path.substring(2) : path;
        if (clean.startsWith("/") || clean.contains("..")) {
            throw Problem.error(
                    "file('" + path + "') is outside of the project", "", "Use a path relative to the project.", range);
        }
        if (!context.sources().containsKey(clean) && !context.files().contains(clean)) {
            throw Problem.error(
                    "file('" + path + "') is outside of the project",
                    "It is a link, or lies in a folder that is one.",
                    "Copy the file into the project.",
                    range);
        }
        return context.read(clean)
                .orElseThrow(() -> Problem.error(
                        "There is no file \"" + path + "\"", "Paths are relative to the project.", null, range));
    }
}
