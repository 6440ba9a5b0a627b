package dev.corbel.providers.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static final Type OBJECT = Type.object(Map.of("port", Type.NUMBER, "name", Type.STRING));

    private static void assertMismatch(Value value, Type type, String message) {
        Conversion.MismatchException mismatch =
                catchThrowableOfType(Conversion.MismatchException.class, () -> Conversion.convert(value, type));
        assertThat(mismatch).isNotNull();
        assertThat((mismatch.path() + " " + mismatch.getMessage()).strip()).isEqualTo(message);
    }

    @Test
    void numbersAndBooleansBecomeText() throws Exception {
        assertThat(Conversion.convert(Value.of(new BigDecimal("1.50")), Type.STRING))
                .isEqualTo(Value.of("1.5"));
        assertThat(Conversion.convert(Value.of(true), Type.STRING)).isEqualTo(Value.of("true"));
        assertThat(Conversion.convert(Value.of("x"), Type.STRING)).isEqualTo(Value.of("x"));
    }

    @Test
    void textThatIsANumberOrABooleanBecomesOne() throws Exception {
        assertThat(Conversion.convert(Value.of("-1.50"), Type.NUMBER)).isEqualTo(Value.of(new BigDecimal("-1.5")));
        assertThat(Conversion.convert(Value.of("false"), Type.BOOLEAN)).isEqualTo(Value.of(false));
    }

    @Test
    void nothingElseDoes() {
        assertMismatch(Value.of("1e3"), Type.NUMBER, "must be a number, but is a string");
        assertMismatch(Value.of("1".repeat(1001)), Type.NUMBER, "must be a number, but is a string");
        assertMismatch(Value.of(" 1"), Type.NUMBER, "must be a number, but is a string");
        assertMismatch(Value.of(true), Type.NUMBER, "must be a number, but is a boolean");
        assertMismatch(Value.of("yes"), Type.BOOLEAN, "must be a boolean, but is a string");
        assertMismatch(Value.of(1), Type.BOOLEAN, "must be a boolean, but is a number");
        assertMismatch(Value.list(), Type.STRING, "must be a string, but is a list");
        assertMismatch(MapValue.EMPTY, Type.STRING, "must be a string, but is a map");
        assertMismatch(Value.of("a"), Type.list(Type.STRING), "must be a list of string, but is a string");
        assertMismatch(MapValue.EMPTY, Type.set(Type.STRING), "must be a set of string, but is a map");
        assertMismatch(Value.list(), Type.map(Type.NUMBER), "must be a map of number, but is a list");
        assertMismatch(Value.of("a"), OBJECT, "must be an object with name, port, but is a string");
    }

    @Test
    void mismatchesDeepInsideSayWhere() {
        assertMismatch(
                Value.list(Value.of(1), Value.list()), Type.list(Type.NUMBER), "[1] must be a number, but is a list");
        assertMismatch(
                Value.map(Map.of("a b", Value.of("x"))),
                Type.map(Type.NUMBER),
                "[\"a b\"] must be a number, but is a string");
        assertMismatch(
                Value.list(Value.map(Map.of("port", Value.of("x")))),
                Type.list(OBJECT),
                "[0].port must be a number, but is a string");
        assertMismatch(Value.map(Map.of("prt", Value.of(1))), OBJECT, "prt is not an attribute of this object");
    }

    @Test
    void nullAndUnknownFitEverywhere() throws Exception {
        for (Type type : new Type[] {Type.STRING, Type.NUMBER, Type.list(Type.STRING), Type.map(Type.ANY), OBJECT}) {
            assertThat(Conversion.convert(Value.ofNull(), type)).isEqualTo(Value.ofNull());
            assertThat(Conversion.convert(Value.unknown(), type)).isEqualTo(Value.unknown());
        }
    }

    @Test
    void objectsGetAllTheirAttributes() throws Exception {
        assertThat(Conversion.convert(Value.map(Map.of("port", Value.of("80"))), OBJECT))
                .isEqualTo(Value.map(Map.of("name", Value.ofNull(), "port", Value.of(80))));
    }

    @Test
    void sensitiveValuesStaySensitive() throws Exception {
        assertThat(Conversion.convert(Value.sensitive(Value.of(1)), Type.STRING))
                .isEqualTo(Value.sensitive(Value.of("1")));
        assertThat(Conversion.convert(Value.list(Value.sensitive(Value.of(1))), Type.list(Type.STRING)))
                .isEqualTo(Value.list(Value.sensitive(Value.of("1"))));
        assertMismatch(Value.sensitive(Value.of("x")), Type.NUMBER, "must be a number, but is a string");
    }

    @Test
    void anyTakesEverythingAsItIs() throws Exception {
        Value value = Value.list(Value.of(1), Value.of("1"), Value.ofNull());

        assertThat(Conversion.convert(value, Type.ANY)).isEqualTo(value);
    }

    @Test
    void setsAreOrderedAndHaveEveryElementOnce() throws Exception {
        assertThat(Conversion.convert(
                        Value.list(Value.of(10), Value.of("9"), Value.of("10"), Value.ofNull()), Type.set(Type.NUMBER)))
                .isEqualTo(Value.list(Value.ofNull(), Value.of(9), Value.of(10)));
        assertThat(Conversion.convert(Value.list(Value.of("b"), Value.of("a"), Value.of("b")), Type.set(Type.STRING)))
                .isEqualTo(Value.list(Value.of("a"), Value.of("b")));
    }

    @Test
    void setsKeepAllUnknownElementsAndPutThemLast() throws Exception {
        assertThat(Conversion.convert(
                        Value.list(Value.unknown(), Value.of("a"), Value.unknown()), Type.set(Type.STRING)))
                .isEqualTo(Value.list(Value.of("a"), Value.unknown(), Value.unknown()));
    }

    @Test
    void setsHaveOneFormWhateverTheOrderOfEntriesAndMarks() throws Exception {
        Value first = Value.map(Map.of("a", Value.of(1), "b", Value.of(2)));
        MapValue second = new MapValue(Map.of()).with("b", Value.of(3)).with("a", Value.of(1));
        Value secret = Value.sensitive(Value.of("x"));
        Type set = Type.set(Type.ANY);

        assertThat(Conversion.convert(Value.list(second, first), set)).isEqualTo(Value.list(first, second));
        assertThat(Conversion.convert(Value.list(secret, Value.of("x")), set)).isEqualTo(Value.list(secret));
        assertThat(Conversion.convert(Value.list(Value.of("x"), secret), set)).isEqualTo(Value.list(secret));
        assertThat(Conversion.convert(
                        Value.list(
                                first,
                                Value.list(Value.of(1), Value.of(2)),
                                Value.list(Value.of(1)),
                                Value.of("1"),
                                Value.of(1),
                                Value.of(true),
                                Value.of(false),
                                MapValue.EMPTY),
                        set))
                .isEqualTo(Value.list(
                        Value.of(false),
                        Value.of(true),
                        Value.of(1),
                        Value.of("1"),
                        Value.list(Value.of(1)),
                        Value.list(Value.of(1), Value.of(2)),
                        MapValue.EMPTY,
                        first));
    }

    @Test
    void valuesHaveNames() {
        assertThat(Conversion.nameOf(Value.ofNull())).isEqualTo("null");
        assertThat(Conversion.nameOf(Value.unknown())).isEqualTo("unknown");
        assertThat(Conversion.nameOf(Value.sensitive(Value.of(true)))).isEqualTo("a boolean");
    }
}
