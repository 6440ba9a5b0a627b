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
        String java = System.getProperty("java.version", "");
        if (json) {
            invocation.print(JsonText.document(document -> {
                document.writeStartObject();
                document.writeStringField("corbel", Version.current());
                document.writeStringField("java", java);
                document.writeEndObject();
            }));
        } else {
            invocation.print("Corbel " + Version.current() + " on Java " + java + "\n");
        }
        return 0;
    }
}
