package dev.corbel.dsl.language;

import static dev.corbel.dsl.language.FunctionSpec.function;

import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Type;
import java.util.List;

/** The functions of ranges of IPv4 and IPv6 addresses, with Terraform's names and results. */
final class AddressFunctions {
    private static final Parameter RANGE = Parameter.of("range", Type.STRING);

    static final List<FunctionSpec> ALL = List.of(
            new FunctionSpec(
                    "cidrsubnet",
                    List.of(RANGE, Parameter.of("bits", Type.NUMBER), Parameter.of("number", Type.NUMBER)),
                    "a range of addresses, a number of bits and a number",
                    "number 1 of the ranges that are 8 bits longer",
                    "cidrsubnet('10.0.0.0/16', 8, 1)",
                    "'10.0.1.0/24'"),
            function(
                    "cidrsubnets",
                    List.of(RANGE, Parameter.rest("bits", Type.NUMBER)),
                    "one range after the other, each by so many bits longer",
                    "cidrsubnets('10.0.0.0/16', 4, 8)",
                    "['10.0.0.0/20', '10.0.16.0/24']"),
            function(
                    "cidrhost",
                    List.of(RANGE, Parameter.of("number", Type.NUMBER)),
                    "one of its addresses; negative numbers count from the end",
                    "cidrhost('fd00::/64', 16)",
                    "'fd00::10'"),
            function(
                    "cidrnetmask",
                    List.of(RANGE),
                    "the mask of a range of IPv4",
                    "cidrnetmask('10.0.0.0/12')",
                    "'255.240.0.0'"));

    private AddressFunctions() {}
}
