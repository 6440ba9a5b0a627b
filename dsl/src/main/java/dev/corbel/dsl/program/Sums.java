package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the elements of collections as {@code +} does, so that whole numbers stay exact. */
final class Sums {
    private Sums() {}

    /** The result of a call of {@code sum}; {@link Intrinsics#NONE} where the library must be asked. */
    static @Nullable Object call(Iterable<?> elements, @Nullable Object[] arguments, SourceRange range) {
        if (arguments.length > 2) {
            return Intrinsics.NONE;
        }
        Code code = arguments.length > 0 && arguments[arguments.length - 1] instanceof Code written ? written : null;
        boolean begun = arguments.length > (code == null ? 0 : 1);
        if (begun && arguments.length == 2 && code == null) {
            return Intrinsics.NONE;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Object element : elements) {
            values.add(code == null ? element : given(code, element));
        }
        Object sum = begun ? arguments[0] : null;
        for (Object value : values) {
            sum = begun ? Operators.apply("+", sum, value, range) : value;
            begun = true;
        }
        return sum;
    }

    private static @Nullable Object given(Code code, @Nullable Object element) {
        return element instanceof Map.Entry<?, ?> entry ? code.runFor(entry) : code.run(element);
    }
}
