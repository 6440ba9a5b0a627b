package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions of sizes and spans of time, in the words of the inputs of components. */
final class MeasureFunctions {
    static final List<FunctionSpec> ALL = List.of(
            function(
                    "bytes",
                    List.of(Parameter.of("size", Type.STRING)),
                    "how many bytes a size is; `KiB`, `MiB`, `GiB` and `TiB`",
                    "bytes('1.5 GiB')",
                    "1610612736"),
            function(
                    "seconds",
                    List.of(Parameter.of("span", Type.STRING)),
                    "how many seconds a span of time is; `seconds`, `minutes`, `hours`, `days` and `weeks`, or `s`, `m`, `h` and `d`",
                    "seconds('2 minutes')",
                    "120"));

    private MeasureFunctions() {}
}
