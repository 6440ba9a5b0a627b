package dev.corbel.emulators.arm;

import java.io.Serial;

/** The refusal of a call, with a status and an error of ARM. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final int retryAfter;

    private Refusal(int status, String code, String message, int retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, -1);
    }

    static Refusal badRequest(String code, String message) {
        return of(400, code, message);
    }

    static Refusal notFound(String code, String message) {
        return of(404, code, message);
    }

    /** There is no such address. */
    static Refusal nothing(String path) {
        return notFound("NotFound", "There is nothing at '" + path + "'.");
    }

    static Refusal conflict(String code, String message) {
        return of(409, code, message);
    }

    /** The same with a hint when to come back, in whole seconds. */
    Refusal retryAfter(int seconds) {
        return new Refusal(status, code, String.valueOf(getMessage()), seconds);
    }

    String code() {
        return code;
    }

    ArmResponse response() {
        ArmResponse response = ArmResponse.error(status, code, String.valueOf(getMessage()));
        return retryAfter < 0 ? response : response.with("Retry-After", String.valueOf(retryAfter));
    }
}
