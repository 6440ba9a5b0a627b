package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.source.Glob;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/** Functions that read files of the project. What they read belongs to the definition, and to saved plans. */
final class Files {
    private Files() {}

    /** The call of such a function. */
    record FileCall(Arguments given, Context context, SourceRange range) {

        /** The path that is given, in the project. */
        String path() {
            String path = given.text(0);
            String clean = path.startsWith("./") ? path.substring(2) : path;
            if (clean.startsWith("/") || clean.contains("..")) {
                throw outside(path, "", "Use a path relative to the project.");
            }
            if (!context.sources().containsKey(clean) && !context.files().contains(clean)) {
                throw outside(
                        path, "It is a link, or lies in a folder that is one.", "Copy the file into the project.");
            }
            return clean;
        }

        private RuntimeException outside(String path, String why, String hint) {
            return Problem.error(
                    given.function().name() + "('" + path + "') is outside of the project", why, hint, range);
        }

        private RuntimeException missing() {
            return Problem.error(
                    "There is no file \"" + given.text(0) + "\"", "Paths are relative to the project.", null, range);
        }

        byte[] bytes() {
            return context.bytes(path()).orElseThrow(this::missing);
        }
    }

    static Value text(FileCall call) {
        return Value.of(call.context().read(call.path()).orElseThrow(call::missing));
    }

    static Value exists(FileCall call) {
        return Value.of(call.context().exists(call.path()));
    }

    static Value set(FileCall call) {
        String pattern = call.given().text(1);
        if (pattern.contains("..") || pattern.startsWith("/")) {
            throw call.outside(pattern, "", "Use a pattern relative to the folder.");
        }
        Glob glob;
        try {
            glob = Glob.of(pattern);
        } catch (IllegalArgumentException wrong) {
            throw call.given().wrong(1, "is no pattern: " + wrong.getMessage());
        }
        String folder = call.path().equals(".") ? "" : call.path();
        return Value.list(
                call.context().matching(folder, glob).stream().map(Value::of).toList());
    }

    static Value base64(FileCall call) {
        return Value.of(Base64.getEncoder().encodeToString(call.bytes()));
    }

    /** The function that gives the digest of a file in hexadecimal digits. */
    static Function<FileCall, Value> digest(String algorithm) {
        return call -> Value.of(HexFormat.of().formatHex(Digests.of(algorithm, call.bytes())));
    }

    /** The function that gives the digest of a file in base64. */
    static Function<FileCall, Value> base64Digest(String algorithm) {
        return call -> Digests.base64(algorithm, call.bytes());
    }
}
