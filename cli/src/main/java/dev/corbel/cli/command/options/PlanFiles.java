package dev.corbel.cli.command.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files to which a plan is written besides being shown; none unless told. */
public final class PlanFiles {
    @Option(names = "--out", paramLabel = "FILE", description = "Save the plan, for corbel apply FILE.")
    @Nullable
    private Path out;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the plan as a page for a browser.")
    @Nullable
    private Path html;

    /** The file to save the plan to. */
    public Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /** The file to write the plan to as a page. */
    public Optional<Path> html() {
        return Optional.ofNullable(html);
    }
}
