package dev.corbel.providers.local.supervisor;

import java.util.List;

/** A job that was not brought about; what was there before is there again. */
final class JobFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> log;

    /**
     * A failure.
     *
     * @param message a sentence
     * @param log the last lines that the process wrote
     */
    JobFailure(String message, List<String> log) {
        super(message);
        this.log = List.copyOf(log);
    }

    List<String> log() {
        return log;
    }
}
