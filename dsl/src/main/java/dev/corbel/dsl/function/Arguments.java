package dev.corbel.dsl.function;

import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.language.FunctionSpec.Parameter;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arguments of a function, in the types of its parameters. */
record Arguments(FunctionSpec function, List<Value> values) {

    /** An argument that a function cannot take; the message is a sentence without its end. */
    static final class WrongArgumentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongArgumentException(String message) {
            super(message, null, false, false);
        }

        WrongArgumentException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }

    /** Brings values into the types of the parameters; a {@link WrongArgumentException} where one does not fit. */
    static Arguments of(FunctionSpec function, List<Value> given) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = function.parameter(i);
            String name = "\"" + parameter.name() + "\" of " + function.name() + "(…) ";
            if (given.get(i).isNull() && !parameter.mayBeNull()) {
                throw new WrongArgumentException(name + "is null");
            }
            try {
                values.add(Conversion.convert(given.get(i), parameter.type()));
            } catch (Conversion.MismatchException mismatch) {
                String inside = mismatch.path().isRoot() ? "" : "has a part, " + mismatch.path() + ", that ";
                throw new WrongArgumentException(name + inside + mismatch.getMessage(), mismatch);
            }
        }
        return new Arguments(function, List.copyOf(values));
    }

    int size() {
        return values.size();
    }

    Value value(int position) {
        return values.get(position);
    }

    String text(int position) {
        return values.get(position).toString();
    }

    List<Value> list(int position) {
        return ((ListValue) values.get(position)).elements();
    }

    Map<String, Value> map(int position) {
        return ((MapValue) values.get(position)).entries();
    }

    /** A whole number of any size. */
    BigInteger whole(int position) {
        BigDecimal number = ((NumberValue) values.get(position)).value();
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw wrong(position, "must be a whole number, but is " + number.toPlainString());
        }
    }

    /** A whole number between these two. */
    int whole(int position, int least, int most) {
        BigInteger number = whole(position);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw wrong(position, "must be between " + least + " and " + most + ", but is " + number);
        }
        return number.intValue();
    }

    /** The error for an argument; the text goes on after its name. */
    WrongArgumentException wrong(int position, String problem) {
        return new WrongArgumentException(
                "\"" + function.parameter(position).name() + "\" of " + function.name() + "(…) " + problem);
    }

    /** Tells whether a value is a text, number or boolean. */
    static boolean isSimple(Value value) {
        return !(value instanceof ListValue) && !(value instanceof MapValue) && !value.isNull();
    }

    static boolean isText(Value value) {
        return isSimple(value) && !(value instanceof NumberValue) && !(value instanceof BooleanValue);
    }
}
