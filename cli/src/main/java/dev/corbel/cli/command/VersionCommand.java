package dev.corbel.cli.command;

import dev.corbel.cli.json.JsonText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Show the versions of Corbel and Java.")
final class VersionCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--json", description = "As a JSON document.")
    private boolean json;

    VersionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (json) {
            invocation.print(JsonText.document(document -> {
                document.writeStartObject();
                document.writeStringField("corbel", Version.current());
                document.writeStringField("java", Version.java());
                document.writeEndObject();
            }));
        } else {
            invocation.print(String.join("\n", new Version().getVersion()) + "\n");
        }
        return 0;
    }
}
