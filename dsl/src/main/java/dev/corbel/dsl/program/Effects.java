package dev.corbel.dsl.program;

/** Finds code that changes something, in a place where it may run or not. */
final class Effects {
    private Effects() {}

    /** Refuses code that sets or changes something, since whether it should is not known yet. */
    static void refuse(Node node) {
        boolean assigns = node instanceof Assignments.Assign
                || node instanceof Assignments.Step
                || node instanceof Assignments.Append
                || node instanceof Assignments.SetAttribute;
        boolean changes = node instanceof Calls.Call call
                && SharedValues.changes(call.method())
                && (call.object() instanceof Access.Local || call.object() instanceof Access.Property);
        if (assigns || changes) {
            throw Problem.error(
                    "A reference cannot decide what is changed",
                    "Only the value is chosen when the reference is known; this would be changed at once.",
                    "Give both values without changing anything.",
                    node.range());
        }
        Nodes.forEachChild(node, Effects::refuse);
    }
}
