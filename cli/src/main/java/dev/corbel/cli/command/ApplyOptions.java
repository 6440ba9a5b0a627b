package dev.corbel.cli.command;

import picocli.CommandLine.Option;

/** What apply and destroy take besides what plan takes. */
final class ApplyOptions {
    @Option(names = "--auto-approve", description = "Do not ask.")
    boolean autoApprove;

    @Option(
            names = "--json",
            description = "A JSON object per event, one a line; needs --auto-approve or a saved plan.")
    boolean json;
}
