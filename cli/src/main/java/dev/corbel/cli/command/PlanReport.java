package dev.corbel.cli.command;

import dev.corbel.cli.json.PlanDocument;
import dev.corbel.cli.view.DiagnosticView;
import dev.corbel.cli.view.PlanPage;
import dev.corbel.cli.view.PlanView;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.local.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows a plan in the forms that were asked for. */
final class PlanReport {
    private final Invocation invocation;

    PlanReport(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Warnings on stderr, the plan as text on stdout, then errors on stderr. */
    void text(Plan plan) {
        problems(plan.diagnostics().stream()
                .filter(problem -> !problem.isError())
                .toList());
        if (!plan.errored()) {
            invocation.print(PlanView.render(plan, invocation.outStyle()));
        }
        problems(plan.diagnostics().stream().filter(Diagnostic::isError).toList());
    }

    /** The document on stdout, problems on stderr. */
    void json(Plan plan) {
        invocation.print(PlanDocument.of(plan, Version.current()));
        problems(plan.diagnostics());
    }

    void page(Plan plan, Path file) {
        Path target = invocation.console().directory().resolve(file);
        try {
            PrivateFiles.createForReaders(target);
            Files.writeString(target, PlanPage.render(plan));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void problems(List<Diagnostic> problems) {
        if (!problems.isEmpty()) {
            invocation.say(new DiagnosticView(invocation.errStyle(), invocation.sources(problems)).render(problems));
        }
    }
}
