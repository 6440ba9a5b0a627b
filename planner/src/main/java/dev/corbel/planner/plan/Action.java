package dev.corbel.planner.plan;

/** The action of a plan on one object. */
public enum Action {
    NO_OP,
    CREATE,
    /** Look up a data source while applying, since its configuration is not known before. */
    READ,
    UPDATE,
    DELETE,
    REPLACE_DELETE_FIRST,
    REPLACE_CREATE_FIRST,
    /** Take it out of state and leave it alone. */
    FORGET;

    public boolean isReplacement() {
        return this == REPLACE_DELETE_FIRST || this == REPLACE_CREATE_FIRST;
    }
}
