package dev.corbel.cli.command.policy;

import dev.corbel.cli.command.operation.ReportFile;
import dev.corbel.cli.command.options.ReportFiles;
import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.policy.PolicySheet;
import dev.corbel.cli.render.Renderers;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Hold a plan to all policies, and show those that it does not pass. Changes nothing.",
        footer = {"", "Exit codes: 0 fine, 1 an error, or a policy that would refuse the plan."})
final class PolicyCheckCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private PolicyLook look = new PolicyLook();

    @Option(names = "--json", description = "Write a JSON document.")
    private boolean json;

    @Mixin
    private ReportFiles outputFiles = new ReportFiles();

    PolicyCheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Map<String, String> files = outputFiles.files("policies", Renderers.POLICY_REPORTS);
        PolicySheet sheet = look.run(invocation);
        files.forEach((file, format) -> ReportFile.write(
                invocation, file, invocation.renderers().policyReport(format).render(sheet)));
        invocation.print(
                invocation.renderers().policies(Renderers.document(json)).render(sheet));
        return sheet.isComplete() && !sheet.isRefused() ? 0 : 1;
    }
}
