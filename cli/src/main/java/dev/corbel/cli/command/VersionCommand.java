package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.invocation.Version;
import dev.corbel.cli.render.Renderers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Show the versions of Corbel and Java, and what Corbel was built from.")
final class VersionCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "As a JSON document.")
    private boolean json;

    VersionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation.print(
                invocation.renderers().versions(Renderers.document(json)).render(Version.all()));
        return 0;
    }
}
