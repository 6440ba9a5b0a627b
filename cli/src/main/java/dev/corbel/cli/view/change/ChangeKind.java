package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;

/** The kinds of changes as people see them, the most dangerous first. */
public enum ChangeKind {
    REPLACE_DELETE_FIRST("-/+", "replace"),
    REPLACE_CREATE_FIRST("+/-", "replace"),
    DELETE("-", "destroy"),
    FORGET(" .", "forget"),
    UPDATE("~", "change"),
    CREATE("+", "add"),
    READ("<=", "look up"),
    RELOCATE(">", "move or adopt");

    private final String symbol;
    private final String verb;

    ChangeKind(String symbol, String verb) {
        this.symbol = symbol;
        this.verb = verb;
    }

    /** The kind of a change that something happens in. */
    public static ChangeKind of(ResourceChange change) {
        return change.action() == Action.NO_OP
                ? RELOCATE
                : valueOf(change.action().name());
    }

    /** At most three characters for the margin. */
    public String symbol() {
        return symbol;
    }

    /** The verb behind a number and "to"; both orders of a replacement have the same. */
    public String verb() {
        return verb;
    }

    /** The tone in which it is shown. */
    public Tone tone() {
        return switch (this) {
            case REPLACE_DELETE_FIRST, REPLACE_CREATE_FIRST, DELETE -> Tone.REMOVE;
            case UPDATE, FORGET, RELOCATE -> Tone.CHANGE;
            case CREATE, READ -> Tone.ADD;
        };
    }

    /** Tells whether an object goes or is no longer looked after, which takes a second look before it is approved. */
    public boolean isDangerous() {
        return compareTo(FORGET) <= 0;
    }
}
