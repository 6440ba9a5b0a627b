package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions of times, with Terraform's names and results. There is none for the time of now. */
final class TimeFunctions {
    private static final Parameter TIME = Parameter.of("time", Type.STRING);

    static final List<FunctionSpec> ALL = List.of(
            function(
                    "formatdate",
                    List.of(Parameter.of("format", Type.STRING), TIME),
                    "a time in another form: `YYYY` `YY` `MMMM` `MMM` `MM` `M` `DD` `D` `EEEE` `EEE` `hh` `h` `HH` `H` `mm` `m` "
                            + "`ss` `s` `AA` `aa` `ZZZZZ` `ZZZZ` `ZZZ` `Z`; letters that mean themselves stand in `'…'`",
                    "formatdate('D MMM YYYY', '2027-01-31T08:00:00Z')",
                    "'31 Jan 2027'"),
            function(
                    "timeadd",
                    List.of(TIME, Parameter.of("duration", Type.STRING)),
                    "a time, so much later; `h`, `m`, `s`, `ms`, `us` and `ns`",
                    "timeadd('2027-01-31T08:00:00Z', '1h30m')",
                    "'2027-01-31T09:30:00Z'"),
            function(
                    "timecmp",
                    List.of(TIME, Parameter.of("other", Type.STRING)),
                    "-1, 0 or 1: whether a time is before, at or after another one",
                    "timecmp('2027-01-31T08:00:00Z', '2027-01-31T08:00:00+01:00')",
                    "1"));

    private TimeFunctions() {}
}
