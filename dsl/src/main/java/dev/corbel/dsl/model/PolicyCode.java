package dev.corbel.dsl.model;

import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The code of a policy: looks at something and denies it, or not. */
public interface PolicyCode {

    /**
     * Runs the code. Its errors are {@link dev.corbel.providers.api.diagnostic.DiagnosticsException}s.
     *
     * @param subject as the code gets it
     */
    Answer run(View subject);

    /**
     * A thing as code sees it: parts by their names, first those of the head.
     *
     * @param title of it in messages
     * @param parts that are no attributes: texts, flags, views and lists of them, made when they are asked for
     * @param attributes as far as they are known
     */
    record View(String title, Map<String, Supplier<Object>> parts, Map<String, Value> attributes) {
        public View {
            parts = Map.copyOf(parts);
        }
    }

    /** The answer of a policy. */
    sealed interface Answer {}

    /** The code ran to its end. */
    record Told(List<Denial> denials) implements Answer {
        public Told {
            denials = List.copyOf(denials);
        }
    }

    /** The code looked at a value that is not known yet. */
    record Undetermined(Optional<String> attribute) implements Answer {}

    /**
     * One thing that the code denies.
     *
     * @param attribute that it is about
     */
    record Denial(String message, Optional<String> attribute) {}
}
