package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A block as it is called: {@code keyword(arguments, option: value) { body }}.
 *
 * @param range the head, without the body
 */
public record BlockCall(
        String keyword, List<Located> arguments, Map<String, Located> options, Optional<Body> body, SourceRange range) {

    public BlockCall {
        arguments = List.copyOf(arguments);
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A value and where it stands. */
    public record Located(@Nullable Object value, SourceRange range) {}

    /** The code between the braces. Can run any number of times. */
    public static final class Body {
        private final ClosureLiteral code;
        private final Frame frame;

        Body(ClosureLiteral code, Frame frame) {
            this.code = code;
            this.frame = frame;
        }

        /** The number of parameters before the arrow. */
        public int parameters() {
            return code.parameters().size();
        }

        public SourceRange range() {
            return code.range();
        }

        /** Runs the code of a block that gives the value of its last expression. */
        public @Nullable Object answer(Receiver receiver, @Nullable Object... arguments) {
            return code.run(frame.inner(code.parameters().size(), receiver), arguments);
        }

        /** Runs the code for a block; the arguments are those of its parameters. */
        public void run(Receiver receiver, @Nullable Object... arguments) {
            code.run(frame.inner(code.parameters().size(), receiver), arguments);
        }
    }
}
