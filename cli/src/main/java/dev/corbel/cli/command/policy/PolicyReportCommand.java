package dev.corbel.cli.command.policy;

import dev.corbel.cli.command.options.ReportFiles;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.policy.PolicySheet;
import dev.corbel.cli.render.Renderers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = "Report all results of policies and all waivers, for an auditor. Changes nothing.",
        footer = {"", "Exit codes: 0 reported, 1 an error."})
final class PolicyReportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private PolicyLook look = new PolicyLook();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = Renderers.MARKDOWN,
            description = "The format: markdown, csv or json (default: ${DEFAULT-VALUE}).")
    private String format = Renderers.MARKDOWN;

    PolicyReportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ReportFiles.format("--format", format, "policies", Renderers.POLICY_REPORTS);
        PolicySheet sheet = look.run(invocation);
        invocation.print(invocation.renderers().policyReport(format).render(sheet));
        return sheet.isComplete() ? 0 : 1;
    }
}
