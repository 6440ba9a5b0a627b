package dev.corbel.cli.command.options;

import dev.corbel.cli.render.Renderers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of apply and destroy beside those of plan. */
public final class ApplyOptions {
    @Option(names = "--auto-approve", description = "Do not ask.")
    private boolean autoApprove;

    @Option(
            names = "--json",
            description = "A JSON object per event, one a line; needs --auto-approve or a saved plan.")
    private boolean json;

    @Option(names = "--summary", description = "Show the counts of each component, and no changes.")
    private boolean summary;

    @Mixin
    private PlanFiles files = new PlanFiles();

    public boolean autoApprove() {
        return autoApprove;
    }

    /** The name of the format in which the apply is told. */
    public String format() {
        if (json) {
            return Renderers.JSON_LINES;
        }
        return summary ? Renderers.SUMMARY : Renderers.TEXT;
    }

    /** The files to which the plan is written. */
    public PlanFiles files() {
        return files;
    }
}
