package dev.corbel.cli.view;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ResourceChange;

/** The kinds of changes as people see them, the most dangerous first. */
enum ChangeKind {
    REPLACE_DELETE_FIRST("-/+", "replace, old object first out"),
    REPLACE_CREATE_FIRST("+/-", "replace, new object first in"),
    DELETE("-", "destroy"),
    FORGET(" .", "forget, leave it alone"),
    UPDATE("~", "update in place"),
    CREATE("+", "create"),
    READ("<=", "look up while applying"),
    RELOCATE(">", "move or adopt");

    private final String symbol;
    private final String meaning;

    ChangeKind(String symbol, String meaning) {
        this.symbol = symbol;
        this.meaning = meaning;
    }

    static ChangeKind of(ResourceChange change) {
        return change.action() == Action.NO_OP
                ? RELOCATE
                : valueOf(change.action().name());
    }

    String symbol() {
        return symbol;
    }

    String meaning() {
        return meaning;
    }
}
