package dev.corbel.cli.command.options;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.invocation.UnchangedOnInterrupt;
import dev.corbel.cli.terminal.Approval;
import picocli.CommandLine.Option;

/** Asks before something is lost, unless told not to. */
public final class ApprovalOptions {
    @Option(names = "--auto-approve", description = "Do not ask.")
    private boolean autoApprove;

    /** Asks, and returns whether it may be done; says so where not. */
    public boolean given(Invocation invocation, String question) {
        if (autoApprove || approved(invocation, question)) {
            return true;
        }
        invocation.say("Nothing was changed.\n");
        return false;
    }

    private static boolean approved(Invocation invocation, String question) {
        try (UnchangedOnInterrupt waiting = new UnchangedOnInterrupt(invocation)) {
            return new Approval(invocation.console(), invocation.errStyle()).ask(question, "Give --auto-approve.");
        }
    }
}
