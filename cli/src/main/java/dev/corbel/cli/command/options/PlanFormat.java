package dev.corbel.cli.command.options;

import dev.corbel.cli.render.Renderers;
import picocli.CommandLine.Option;

/** The options that choose a format for a plan; one of them at most, and a text for people without any. */
public final class PlanFormat {
    @Option(
            names = "--json",
            description = "As a JSON document: a plan in Terraform's format 1.2, state in its format 1.0.")
    private boolean json;

    @Option(names = "--markdown", description = "As a comment on a pull request.")
    private boolean markdown;

    @Option(names = "--summary", description = "The counts of each component, and no changes.")
    private boolean summary;

    /** The name of the format. */
    public String name() {
        if (markdown) {
            return Renderers.MARKDOWN;
        }
        return summary ? Renderers.SUMMARY : Renderers.document(json);
    }
}
