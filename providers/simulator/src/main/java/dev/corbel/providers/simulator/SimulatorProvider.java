package dev.corbel.providers.simulator;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code provider('simulator')}: a cloud in a folder. */
public final class SimulatorProvider implements Provider {
    static final String DIRECTORY = "directory";
    private static final String DEFAULT_DIRECTORY = ".simulator";
    private static final String ADDRESS = "address";
    private static final String LATENCY = "latency";
    private static final String DEFAULT_LATENCY = "0 ms";
    private static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.optional(DIRECTORY, Type.STRING)
                    .defaultsTo(Value.of(DEFAULT_DIRECTORY))
                    .location()
                    .validatedBy(SimulatorProvider::emptyDirectory)
                    .describedAs("Where the objects are, relative to the project."))
            .attribute(Attribute.optional(LATENCY, Type.STRING)
                    .defaultsTo(Value.of(DEFAULT_LATENCY))
                    .validatedBy(Latency.rule())
                    .describedAs("How long every call takes, such as \"100 ms\"; it takes effect half-way."))
            .attribute(Attribute.optional("name", Type.STRING).describedAs("The label of the host that it stands for."))
            .attribute(Attribute.optional(ADDRESS, Type.STRING)
                    .location()
                    .describedAs("The address of the host that it stands for."))
            .attribute(Attribute.optional(SimulatorSession.MACHINE, Type.STRING)
                    .describedAs("The machine that was found at the address; state records it."))
            .build();

    private final ResourceType objects = new SimObjectType();
    private final DataSourceType lookup = new SimObjectData();

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public Schema configuration() {
        return CONFIGURATION;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of(SimObjectType.TYPE);
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return name.equals(SimObjectType.TYPE) ? Optional.of(objects) : Optional.empty();
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of(SimObjectType.TYPE);
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return name.equals(SimObjectType.TYPE) ? Optional.of(lookup) : Optional.empty();
    }

    @Override
    public boolean configuresHosts() {
        return true;
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return ShippedBlueprints.ALL;
    }

    /** A folder is the same place by whatever path it is reached. */
    @Override
    public MapValue location(MapValue configuration, ProviderContext context) {
        MapValue written = Provider.super.location(configuration, context);
        return written.text(DIRECTORY)
                .map(text -> written.with(DIRECTORY, Value.of(real(text, context))))
                .orElse(written);
    }

    static String real(String text, ProviderContext context) {
        try {
            Path directory =
                    context.projectDirectory().toAbsolutePath().resolve(text).normalize();
            return (Files.exists(directory) ? directory.toRealPath() : directory).toString();
        } catch (InvalidPathException | IOException unreadable) {
            return text;
        }
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return new SimulatorSession(
                directory(configuration, context), configuration.text(ADDRESS), latency(configuration), context);
    }

    private static Path directory(MapValue configuration, ProviderContext context) {
        String text = configuration.text(DIRECTORY).orElse(DEFAULT_DIRECTORY);
        try {
            Path directory =
                    context.projectDirectory().toAbsolutePath().resolve(text).normalize();
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new DiagnosticsException(
                        Diagnostic.error("The simulator's directory is a file", directory + " is no directory."));
            }
            return directory;
        } catch (InvalidPathException invalid) {
            throw new DiagnosticsException(
                    Diagnostic.error(
                            "The simulator's directory has no valid name", String.valueOf(invalid.getMessage())),
                    invalid);
        }
    }

    private static Duration latency(MapValue configuration) {
        String text = configuration.text(LATENCY).orElse(DEFAULT_LATENCY);
        return Latency.parse(text)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "The simulator's latency is no duration",
                        "It must be a duration in ms, s or m, such as \"100 ms\", and is \"" + text + "\".")));
    }

    private static Optional<String> emptyDirectory(Value directory) {
        return directory instanceof StringValue text && text.value().isBlank()
                ? Optional.of("must name a directory")
                : Optional.empty();
    }
}
