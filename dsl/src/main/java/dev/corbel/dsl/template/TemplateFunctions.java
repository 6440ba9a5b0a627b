package dev.corbel.dsl.template;

import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Set;

/** The functions that expressions in templates call. */
public interface TemplateFunctions {
    /** The names of all of them. */
    Set<String> names();

    /** Tells whether a function reads a file, whose path must then stand in the template. */
    boolean readsFiles(String function);

    /** Why a function of Terraform cannot be called in a template; empty where there is no more to say. */
    String reason(String function);

    /** Calls one of the names; a {@link FailedException} where it does not take the arguments. */
    Value call(String function, List<Value> arguments);

    /** A call that gave no value; the message is a sentence without its end. */
    final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public FailedException(String message, Throwable cause) {
            super(message, cause, false, false);
        }
    }
}
