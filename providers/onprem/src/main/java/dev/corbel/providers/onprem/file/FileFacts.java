package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts about files: their checksums by one call, and the texts of those that are not as they were, so that the difference can
 * be shown.
 */
final class FileFacts {
    /** The most bytes of a text that are shown. */
    private static final int MOST_TEXT = 65_536;

    private static final int SHA256_DIGITS = 64;
    private static final int SEPARATOR = 2;

    /** The checksum of no text, so that the text is told. */
    private static final String NO_SUM = "0".repeat(SHA256_DIGITS);

    private static final String SUMS = """
            if [ $# != 0 ]; then
                sums=$(sha256sum -- "$@" 2> /dev/null; echo .)
                fact 0 sums "${sums%.}"
            fi
            """;

    /** Reads lines of checksums and paths. */
    private static final String TEXTS = """
             | sha256sum --check --quiet 2> /dev/null | while IFS= read -r line; do
                path=${line%: FAILED*}
                if [ -f "$path" ]; then
                    text=$(head -c MOST -- "$path" | tr -d '\\0'; echo .)
                    fact 0 "text $path" "${text%.}"
                fi
            done
            :
            """.replace("MOST", Integer.toString(MOST_TEXT));

    private final Schema schema;
    private final Facts facts;
    private final Map<String, String> sums = new HashMap<>();

    FileFacts(Schema schema, Output output) {
        this.schema = schema;
        this.facts = Facts.of(output);
        facts.text(0, "sums").orElse("").lines().forEach(line -> {
            if (line.length() > SHA256_DIGITS + SEPARATOR) {
                sums.put(line.substring(SHA256_DIGITS + SEPARATOR), line.substring(0, SHA256_DIGITS));
            }
        });
    }

    static String fragment(List<ReadRequest> requests) {
        List<String> expected = new ArrayList<>();
        for (ReadRequest request : requests) {
            MapValue prior = request.prior().attributes();
            prior.text("content")
                    .map(text -> Body.of(text).sha256())
                    .or(() -> HostType.isImport(prior) ? Optional.of(NO_SUM) : Optional.empty())
                    .ifPresent(sum -> expected.add(sum + "  " + PathFacts.path(request)));
        }
        String script = PathFacts.fragment(requests) + SUMS;
        return expected.isEmpty()
                ? script
                : script + "printf '%s\\n' " + ShellText.quoteAll(expected)
                        + TEXTS.stripLeading().indent(0);
    }

    ReadResult result(ReadRequest request) {
        return PathFacts.result(facts, request, found -> result(found, request));
    }

    private ReadResult result(PathFacts found, ReadRequest request) {
        String path = PathFacts.path(request);
        if (!found.kind().startsWith("regular")) {
            return PathFacts.unreadable(path, "It is no file, but a " + found.kind() + ".");
        }
        String sum = sums.get(path);
        if (sum == null) {
            return PathFacts.unreadable(path, "Its content may not be read.");
        }
        MapValue prior = request.prior().attributes();
        boolean isSecret = !prior.get("contentVersion").isNull();
        return new ReadResult.Present(new ObjectState(
                new Attributes(schema)
                        .from(prior)
                        .value("content", content(path, prior.get("content")))
                        .text("checksum", isSecret ? "" : sum)
                        .text("revision", path + "@" + (isSecret ? prior.get("contentVersion") : sum))
                        .text("owner", found.owner())
                        .text("group", found.group())
                        .text("mode", found.mode())
                        .build(),
                request.prior().privateData()));
    }

    /** The text as it was, unless the host tells another one. */
    private Value content(String path, Value before) {
        return facts.text(0, "text " + path).map(Value::of).orElse(before);
    }
}
