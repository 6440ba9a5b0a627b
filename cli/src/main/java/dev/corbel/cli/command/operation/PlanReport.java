package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.ShownPlan;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.local.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports a plan: the plan itself on stdout, its problems on stderr. */
public final class PlanReport {
    private final Invocation invocation;

    public PlanReport(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Warnings first, then the plan, then what is wrong with it. */
    public void show(Plan plan, String format) {
        invocation.report(plan.diagnostics().stream()
                .filter(problem -> !problem.isError())
                .toList());
        invocation.print(invocation.renderers().plan(format).render(ShownPlan.of(plan)));
        invocation.report(
                plan.diagnostics().stream().filter(Diagnostic::isError).toList());
    }

    /** Writes the plan to a file. */
    public void write(ShownPlan plan, String format, Path file) {
        Path target = invocation.console().directory().resolve(file);
        try {
            PrivateFiles.createForReaders(target);
            Files.writeString(target, invocation.renderers().plan(format).render(plan));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
