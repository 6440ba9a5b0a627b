package dev.corbel.state.json;

/** The version of a snapshot: it differs from one snapshot of an environment to the next. */
public record StateVersion(String lineage, long serial, String journal) {
    /** The version where there is no snapshot. */
    public static final StateVersion NONE = new StateVersion("", 0, "");
}
