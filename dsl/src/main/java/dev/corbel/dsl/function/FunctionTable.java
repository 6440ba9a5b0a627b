package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.dsl.function.Files.FileCall;
import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.LiftedValue;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
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
            "environment", EnvironmentCall::of,
            "isKnown", Inspections::isKnown,
            "isSensitive", Inspections::isSensitive,
            "sensitive", Inspections::sensitive,
            "nonsensitive", Inspections::nonsensitive,
            "combine", Coding::combine,
            "attempt", Coding::attempt);

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
            Map.entry("timecmp", Times::compare),
            Map.entry("bytes", Measuring::bytes),
            Map.entry("seconds", Measuring::seconds));

    private static final String TEMPLATE = "templatefile";

    private FunctionTable() {}

    /** The names of the functions that can be called. */
    static Set<String> functions() {
        Set<String> names = new TreeSet<>(OF_REFERENCES.keySet());
        names.addAll(OF_FILES.keySet());
        names.addAll(OF_VALUES.keySet());
        names.add(TEMPLATE);
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
        if (ofReferences != null) {
            return ofReferences.apply(call);
        }
        if (name.equals(TEMPLATE)) {
            return Templates.file(call, new TemplateCalls(call, OF_VALUES, OF_FILES));
        }
        Function<FileCall, Value> ofFiles = OF_FILES.get(name);
        if (ofFiles == null && LiftedValue.isNeeded(arguments)) {
            return lifted(call);
        }
        return PlainValues.plain(
                given(
                        call,
                        given -> ofFiles == null
                                ? OF_VALUES
                                        .getOrDefault(name, none -> Value.ofNull())
                                        .apply(given)
                                : ofFiles.apply(new FileCall(given, context, range))),
                name);
    }

    /** The result that a function of values will have when they are known. */
    private static LiftedValue lifted(FunctionCall call) {
        int number = call.arguments().size();
        return LiftedValue.of(
                call.function().name() + "(…)",
                call.arguments(),
                known -> call(
                        call.function().name(),
                        Arrays.asList(known.first(number)),
                        call.context(),
                        call.scope(),
                        call.range()),
                call.range());
    }

    private static Value given(FunctionCall call, Function<Arguments, Value> function) {
        try {
            List<Value> values = new ArrayList<>();
            for (Object argument : call.arguments()) {
                values.add(known(argument, call));
            }
            return function.apply(Arguments.of(call.function(), values));
        } catch (WrongArgumentException wrong) {
            throw Problem.error(
                    String.valueOf(wrong.getMessage()), "", call.function().hint(), call.range());
        }
    }

    /** The value of an argument; files must be known, since saved plans carry them. */
    private static Value known(@Nullable Object argument, FunctionCall call) {
        if (argument instanceof Deferred deferred) {
            throw Refusal.of(deferred, "given to " + call.function().name() + "(…)", call.range());
        }
        return PlainValues.value(argument).orElseThrow(Placeholder::skip);
    }
}
