package dev.corbel.cli.command.options;

import dev.corbel.cli.render.Renderers;
import picocli.CommandLine.Option;

/** The options of apply and destroy beside those of plan. */
public final class ApplyOptions {
    @Option(names = "--auto-approve", description = "Do not ask.")
    private boolean autoApprove;

    @Option(
            names = "--json",
            description = "A JSON object per event, one a line; needs --auto-approve or a saved plan.")
    private boolean json;

    public boolean autoApprove() {
        return autoApprove;
    }

    /** The name of the format in which the apply is told. */
    public String format() {
        return json ? Renderers.JSON_LINES : Renderers.TEXT;
    }
}
