package dev.corbel.state.json;

/** What tells one snapshot of an environment from the next. */
public record StateVersion(String lineage, long serial, String journal) {
    /** Where there is no snapshot. */
    public static final StateVersion NONE = new StateVersion("", 0, "");
}
