package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;

/** A failure of a client library that exists for tests alone. */
final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final FailureClassifier CLASSIFIER = new FailureClassifier() {
        @Override
        public String service() {
            return "the post office";
        }

        @Override
        public boolean isFailure(RuntimeException thrown) {
            return thrown instanceof CallFailure;
        }

        @Override
        public String code(RuntimeException failure) {
            return ((CallFailure) failure).code;
        }

        @Override
        public ProviderException exception(RuntimeException failure) {
            return new ProviderException(diagnostic(((CallFailure) failure).code)).because(failure);
        }
    };

    private final String code;

    CallFailure(String code) {
        super(code);
        this.code = code;
    }

    static Diagnostic diagnostic(String code) {
        return Diagnostic.error("The call failed: " + code, "The post office said so.");
    }
}
