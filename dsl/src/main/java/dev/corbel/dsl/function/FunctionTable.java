package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.dsl.function.Files.FileCall;
import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls the functions of the language, which {@link Functions} lists. */
public final class FunctionTable {
    /** Those that take references as they are. */
    private static final Map<String, Function<FunctionCall, @Nullable Object>> OF_REFERENCES = Map.of(
            "jsonencode", Encodings::json,
            "cloudName", CloudName::of,
            "secretReferences", Inspections::secretReferences,
            "isKnown", Inspections::isKnown,
            "isSensitive", Inspections::isSensitive);

    private static final Map<String, Function<FileCall, Value>> OF_FILES = Map.of(
            "file", Files::text,
            "fileexists", Files::exists,
            "fileset", Files::set,
            "filebase64", Files::base64,
            "filemd5", Files.digest("MD5"),
            "filesha1", Files.digest("SHA-1"),
            "filesha256", Files.digest("SHA-256"),
            "filesha512", Files.digest("SHA-512"),
            "filebase64sha256", Files.base64Digest("SHA-256"),
            "filebase64sha512", Files.base64Digest("SHA-512"));

    private static final Map<String, Function<Arguments, Value>> OF_VALUES = Map.ofEntries(
            Map.entry("cidrsubnet", Cidr::subnet),
            Map.entry("cidrsubnets", Cidr::subnets),
            Map.entry("cidrhost", Cidr::host),
            Map.entry("cidrnetmask", Cidr::netmask),
            Map.entry("jsondecode", Encodings::fromJson),
            Map.entry("yamldecode", YamlReader::read),
            Map.entry("yamlencode", YamlWriter::write),
            Map.entry("csvdecode", CsvReader::read),
            Map.entry("base64sha256", given -> Digests.ofText("SHA-256", given)),
            Map.entry("base64sha512", given -> Digests.ofText("SHA-512", given)),
            Map.entry("base64gzip", Texts::gzip),
            Map.entry("textencodebase64", Texts::encode),
            Map.entry("textdecodebase64", Texts::decode),
            Map.entry("urlencode", Texts::urlencode),
            Map.entry("uuidv5", Texts::uuid),
            Map.entry("regex", Matching::regex),
            Map.entry("regexall", Matching::regexall),
            Map.entry("coalesce", Combining::coalesce),
            Map.entry("one", Combining::one),
            Map.entry("setproduct", Combining::setproduct),
            Map.entry("transpose", Combining::transpose),
            Map.entry("zipmap", Combining::zipmap),
            Map.entry("formatdate", Times::format),
            Map.entry("timeadd", Times::add),
            Map.entry("timecmp", Times::compare));

    private FunctionTable() {}

    /** The names of the functions that can be called. */
    static Set<String> functions() {
        Set<String> names = new TreeSet<>(OF_REFERENCES.keySet());
        names.addAll(OF_FILES.keySet());
        names.addAll(OF_VALUES.keySet());
        return names;
    }

    /** Calls the function of this name, which there is. */
    public static @Nullable Object call(
            String name, List<? extends @Nullable Object> arguments, Context context, Scope scope, SourceRange range) {
        if (arguments.stream().anyMatch(argument -> argument == Placeholder.VALUE)) {
            return Placeholder.VALUE;
        }
        FunctionSpec function = Functions.find(name).orElseThrow();
        FunctionCall call = new FunctionCall(function, arguments, context, scope, range);
        if (!function.takes(arguments.size())) {
            throw call.wrong();
        }
        Function<FunctionCall, @Nullable Object> ofReferences = OF_REFERENCES.get(name);
        return ofReferences != null ? ofReferences.apply(call) : PlainValues.plain(value(call), name);
    }

    private static Value value(FunctionCall call) {
        String name = call.function().name();
        try {
            Arguments given = Arguments.of(call.function(), known(call));
            Function<FileCall, Value> ofFiles = OF_FILES.get(name);
            return ofFiles != null
                    ? ofFiles.apply(new FileCall(given, call.context(), call.range()))
                    : OF_VALUES.getOrDefault(name, none -> Value.ofNull()).apply(given);
        } catch (WrongArgumentException wrong) {
            throw Problem.error(
                    String.valueOf(wrong.getMessage()), "", call.function().hint(), call.range());
        }
    }

    private static List<Value> known(FunctionCall call) {
        List<Value> values = new ArrayList<>();
        for (Object argument : call.arguments()) {
            values.add(PlainValues.value(argument)
                    .filter(value -> !value.containsSensitive())
                    .orElseThrow(() -> refused(call, argument)));
        }
        return values;
    }

    private static RuntimeException refused(FunctionCall call, @Nullable Object argument) {
        String use = "given to " + call.function().name() + "(…)";
        return argument instanceof Deferred deferred
                ? Refusal.of(deferred, use, call.range())
                : Problem.error("A value with references in it cannot be " + use, "", null, call.range());
    }
}
