package dev.corbel.planner.order;

import dev.corbel.planner.plan.ExecutionGraph;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Numbers operations so that each comes after those that it waits for, and otherwise in the order of the changes. */
final class Sorting {
    private Sorting() {}

    static ExecutionGraph sort(List<OperationDraft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).number = i;
        }
        int[] waiting = new int[drafts.size()];
        List<List<OperationDraft>> dependents = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> dependents.add(new ArrayList<>(1)));
        for (OperationDraft draft : drafts) {
            waiting[draft.number] = draft.after.size();
            draft.after.forEach(other -> dependents.get(other.number).add(draft));
        }
        ArrayDeque<OperationDraft> ready = new ArrayDeque<>();
        drafts.stream().filter(draft -> draft.after.isEmpty()).forEach(ready::add);
        List<OperationDraft> sorted = new ArrayList<>(drafts.size());
        while (!ready.isEmpty()) {
            OperationDraft draft = ready.remove();
            sorted.add(draft);
            for (OperationDraft dependent : dependents.get(draft.number)) {
                if (--waiting[dependent.number] == 0) {
                    ready.add(dependent);
                }
            }
        }
        if (sorted.size() < drafts.size()) {
            throw circle(drafts, waiting);
        }
        return finished(sorted);
    }

    private static ExecutionGraph finished(List<OperationDraft> sorted) {
        for (int i = 0; i < sorted.size(); i++) {
            sorted.get(i).number = i;
        }
        List<Operation> operations = new ArrayList<>(sorted.size());
        sorted.forEach(draft -> operations.add(draft.finished()));
        return new ExecutionGraph(operations);
    }

    private static DiagnosticsException circle(List<OperationDraft> drafts, int[] waiting) {
        TreeSet<String> names = new TreeSet<>();
        drafts.stream()
                .filter(draft -> waiting[draft.number] > 0)
                .forEach(draft -> draft.address.ifPresent(address -> names.add(address.toString())));
        return new DiagnosticsException(Diagnostic.error(
                "There is no order in which this plan could run",
                "The dependencies that state recorded form a cycle. It involves: " + String.join(", ", names) + "."));
    }
}
