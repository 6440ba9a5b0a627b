package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.function.Function;

/**
 * Facts about a path of a host: one call of {@code stat} tells those of all paths. That nothing is there the host says in so
 * many words, since a path that nobody may look into is not a path without anything.
 *
 * @param kind as {@code stat} calls it, such as {@code directory}
 * @param mode with four digits, such as 0640
 * @param owner a name, or the number of one without
 */
record PathFacts(String kind, String mode, String owner, String group, long size) {
    /** A path that shell and tools take as one line. */
    static final Validation RULE = Validation.matching(
            "(?!.*(/\\.\\.?)(/|$))(/[^/\\n\\r\\\\]+)+", "an absolute path without . and .., line ends and backslashes");

    static final Validation MODE = Validation.matching("[0-7]{4}", "a mode of four octal digits, such as '0640'");
    static final Validation OWNER = Validation.matching("[A-Za-z0-9_][A-Za-z0-9_.-]*\\$?", "a name or a number");

    private static final int MODE_DIGITS = 4;
    private static final int LINES = 5;

    /** Puts the paths that are there into the arguments of the shell. */
    private static final String LOOK = """
            set --
            look() {
                if [ -e "$1" ] || [ -L "$1" ]; then return 0; fi
                message=$(stat -- "$1" 2>&1 > /dev/null)
                case $message in
                    *'No such file or directory' | *'Not a directory') fact 0 "absent $1" yes ;;
                    *) fact 0 "problem $1" "$message" ;;
                esac
                return 1
            }
            """;

    /** Prints a fact of each, as the function does. */
    private static final String STAT = """
            [ $# = 0 ] || stat --printf '0\\0stat %n\\0%F\\n%a\\n%U\\n%G\\n%s\\0' -- "$@" || :
            """;

    /** Leaves the paths that are there in the arguments of the shell. */
    static String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder(LOOK);
        for (ReadRequest request : requests) {
            String path = ShellText.quote(path(request));
            script.append("look %s && set -- \"$@\" %s\n".formatted(path, path));
        }
        return script.append(STAT).toString();
    }

    static String path(ReadRequest request) {
        return request.prior().attributes().text("path").orElseThrow();
    }

    /** The result for a path, with the object where something is there. */
    static ReadResult result(Facts facts, ReadRequest request, Function<PathFacts, ReadResult> present) {
        String path = path(request);
        if (facts.text(0, "absent " + path).isPresent()) {
            return new ReadResult.Absent();
        }
        return facts.text(0, "stat " + path)
                .map(text -> present.apply(of(text)))
                .orElseGet(() -> unreadable(
                        path, facts.text(0, "problem " + path).orElse("It changed while somebody looked at it.")));
    }

    static ReadResult unreadable(String path, String reason) {
        return new ReadResult.Unreadable(Diagnostic.error("Nobody can look at " + path, reason));
    }

    private static PathFacts of(String text) {
        List<String> lines = List.of(text.split("\n", LINES));
        String digits = lines.get(1);
        return new PathFacts(
                lines.get(0),
                "0".repeat(Math.max(0, MODE_DIGITS - digits.length())) + digits,
                lines.get(2),
                lines.get(3),
                Long.parseLong(lines.get(4)));
    }
}
