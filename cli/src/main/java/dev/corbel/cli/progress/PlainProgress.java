package dev.corbel.cli.progress;

import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.apply.ApplyListener;
import java.io.PrintStream;

/** Tells of an apply in lines, for a pipe or a log. */
public final class PlainProgress implements ApplyListener {
    private final PrintStream target;

    public PlainProgress(PrintStream target) {
        this.target = target;
    }

    @Override
    public void on(ApplyEvent event) {
        if (OperationMessages.isTold(event.operation()) || event instanceof ApplyEvent.Failed) {
            target.println(OperationMessages.sentence(event));
        }
    }
}
