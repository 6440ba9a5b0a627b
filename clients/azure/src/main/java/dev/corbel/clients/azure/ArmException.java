package dev.corbel.clients.azure;

/**
 * A call to Azure that failed, after all repetitions. Unchecked, as the kit's waiters and batches want the failures of clients.
 *
 * <p>Decide by {@link #kind()}, {@link #status()} and {@link #has}, never by the message. Codes stand in {@link #error()} or in one of its
 * details; both count for {@link #has}.
 */
public final class ArmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorClass kind;
    private final transient ArmCall call;
    private final int status;
    private final transient ArmError error;
    private final boolean afterStart;

    /**
     * A failure.
     *
     * @param status of HTTP; 0 where no answer came
     * @param afterStart whether the call was accepted before it failed
     */
    public ArmException(ErrorClass kind, ArmCall call, int status, ArmError error, boolean afterStart) {
        super(words(call, status, error));
        this.kind = kind;
        this.call = call;
        this.status = status;
        this.error = error;
        this.afterStart = afterStart;
    }

    private static String words(ArmCall call, int status, ArmError error) {
        String code = error.code().isEmpty() ? "" : " " + error.code();
        String answer = status == 0 ? "no answer" : "HTTP " + status;
        return call.words() + ": " + answer + code
                + error.words().map(text -> ": " + text).orElse("");
    }

    /** The same with the failure below it. */
    ArmException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** The kind of failure. */
    public ErrorClass kind() {
        return kind;
    }

    /** The call that failed. */
    public ArmCall call() {
        return call;
    }

    /** The status of HTTP; of a long operation that failed, that of the answer which said so; 0 where no answer came. */
    public int status() {
        return status;
    }

    /** What Azure says. */
    public ArmError error() {
        return error;
    }

    /** The outermost code, such as {@code ResourceGroupNotFound}; empty where there is none. */
    public String code() {
        return error.code();
    }

    /** Tests for a code, at the top or in a detail. */
    public boolean has(String code) {
        return error.has(code);
    }

    /**
     * Tells whether Azure had accepted the call, so that the object may be there, whole or in part: a long operation failed, was
     * cancelled, or did not end in time.
     */
    public boolean isAfterStart() {
        return afterStart;
    }

    /** Tells whether nobody knows what the call did, so that the next look at the object decides. */
    public boolean isUncertain() {
        return kind == ErrorClass.UNCERTAIN || kind == ErrorClass.CANCELLED;
    }
}
