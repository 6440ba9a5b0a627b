package dev.corbel.providers.api;

/** Counts the calls of sessions, and the tags that they ignore. Told by many threads at once. */
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

    /**
     * Takes the name of a call, which is counted besides.
     *
     * @param service as the client library calls it
     * @param operation such as DescribeVpcs
     */
    default void named(String service, String operation) {}

    /** Takes a tag of an object that was read and that the configuration says to ignore. */
    default void ignoredTag() {}
}
