package dev.corbel.dsl.function;

import dev.corbel.dsl.program.Problem;

/** Functions of ranges of addresses. */
final class Cidr {
    private Cidr() {}

    static String subnet(FunctionCall call) {
        if (!(call.argument(0) instanceof String prefix)
                || !(call.argument(1) instanceof Integer bits)
                || !(call.argument(2) instanceof Integer number)) {
            throw call.wrong();
        }
        try {
            return CidrBlock.of(prefix).part(bits, number).toString();
        } catch (IllegalArgumentException wrong) {
            throw Problem.error(String.valueOf(wrong.getMessage()), "", null, call.range());
        }
    }
}
