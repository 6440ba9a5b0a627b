package dev.corbel.emulators.proxy;

import java.util.Comparator;

/**
 * A call as AWS names it.
 *
 * @param service as signatures name it, such as ec2
 * @param operation such as CreateVpc
 */
public record ApiCall(String service, String operation) implements Comparable<ApiCall> {
    private static final Comparator<ApiCall> ORDER =
            Comparator.comparing(ApiCall::service).thenComparing(ApiCall::operation);

    /** Whether it changes nothing. */
    public boolean isRead() {
        return operation.startsWith("Describe")
                || operation.startsWith("Get")
                || operation.startsWith("List")
                || operation.startsWith("Head");
    }

    @Override
    public int compareTo(ApiCall other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return service + " " + operation;
    }
}
