package dev.corbel.planner.plan;

import java.util.List;

/** The numbers of objects that a plan adds, changes and destroys; a replacement adds one and destroys one. */
public record PlanSummary(int add, int change, int destroy, int forget, int move, int adopt) {

    /** An old object that a replacement leaves deposed is not destroyed by it. */
    static PlanSummary of(List<ResourceChange> changes, ExecutionGraph operations) {
        int add = 0;
        int change = 0;
        int destroy = 0;
        int forget = 0;
        int move = 0;
        int adopt = 0;
        for (ResourceChange resource : changes) {
            Action action = resource.action();
            add += action == Action.CREATE || action.isReplacement() ? 1 : 0;
            change += action == Action.UPDATE ? 1 : 0;
            destroy += action == Action.DELETE || action.isReplacement() ? 1 : 0;
            forget += action == Action.FORGET ? 1 : 0;
            move += resource.previousAddress().isPresent() ? 1 : 0;
            adopt += resource.adoptedId().isPresent() ? 1 : 0;
        }
        for (Operation operation : operations.operations()) {
            if (operation.kind() == Operation.Kind.CREATE
                    && operation.deposedKey().isPresent()) {
                destroy--;
            } else if (operation.kind() == Operation.Kind.DELETE
                    && changes.get(operation.change()).action() == Action.REPLACE_CREATE_FIRST) {
                destroy++;
            }
        }
        return new PlanSummary(add, change, destroy, forget, move, adopt);
    }
}
