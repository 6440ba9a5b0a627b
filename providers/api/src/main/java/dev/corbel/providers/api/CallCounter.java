package dev.corbel.providers.api;

/** Counts the calls of sessions. Told by many threads at once. */
@FunctionalInterface
public interface CallCounter {

    /** Counts nothing. */
    CallCounter NONE = (service, calls) -> {};

    /**
     * Takes calls to a service.
     *
     * @param service as people write its name, such as EC2
     * @param calls how many more
     */
    void count(String service, int calls);
}
