package dev.corbel.providers.local.supervisor;

/**
 * Which job: two of one kind have different names.
 *
 * @param kind such as {@code container}
 */
public record JobName(String kind, String name) {

    /** The kind of load balancers, which are no processes. */
    public static final String BALANCER = "loadBalancer";

    /** The kind of apps, which balancers send clients to. */
    public static final String CONTAINER = "container";

    /** The kind of stops of containers, which are no processes. */
    public static final String STOP = "stop";

    /** The kind of PostgreSQL servers. */
    public static final String DATABASE = "database";

    /** The name in messages of the supervisor, and back. */
    static JobName parse(String text) {
        int slash = text.indexOf('/');
        return new JobName(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
