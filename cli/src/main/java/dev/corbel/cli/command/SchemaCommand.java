package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.render.Renderers;
import dev.corbel.engine.schema.ProviderTypes;
import dev.corbel.providers.api.ProviderCatalog;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "Show the types of all providers, or everything about one.")
final class SchemaCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..1", paramLabel = "TYPE", description = "A resource type or data source, such as aws_vpc.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--json", description = "As a JSON document, with all attributes.")
    private boolean json;

    SchemaCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        ProviderCatalog catalog = ProviderCatalog.discover();
        String format = Renderers.document(json);
        invocation.print(
                type.isPresent()
                        ? invocation.renderers().type(format).render(ProviderTypes.named(catalog, type.get()))
                        : invocation.renderers().types(format).render(ProviderTypes.all(catalog)));
        return 0;
    }
}
