package dev.corbel.emulators.arm;

import java.util.Optional;

/** The conditions {@code If-Match} and {@code If-None-Match} of a write. */
final class Preconditions {
    private Preconditions() {}

    static void check(ArmRequest request, Optional<Stored> current) {
        String ifMatch = request.header("if-match");
        String ifNoneMatch = request.header("if-none-match");
        boolean matches = ifMatch.isEmpty()
                || current.filter(stored -> ifMatch.equals("*") || ifMatch.equals(stored.etag()))
                        .isPresent();
        boolean differs = ifNoneMatch.isEmpty()
                || current.filter(stored -> ifNoneMatch.equals("*") || ifNoneMatch.equals(stored.etag()))
                        .isEmpty();
        if (!matches || !differs) {
            throw Refusal.of(
                    412,
                    "PreconditionFailed",
                    "The condition '" + (matches ? "If-None-Match: " + ifNoneMatch : "If-Match: " + ifMatch)
                            + "' in the request is not met.");
        }
    }
}
