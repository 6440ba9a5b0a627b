package dev.corbel.planner.builtin;

import dev.corbel.dsl.scope.OtherEnvironment;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;
import java.util.Set;

/** The provider {@code corbel}: resources that live in state alone, and the outputs of other environments. */
public final class BuiltinProvider implements Provider {
    private static final ResourceType DATA = new DataResource();
    private static final ResourceType CHOICE = new ChoiceResource();
    private static final ResourceType PLACEMENT = new PlacementResource();
    private static final ResourceType SECRET = new SecretResource();

    private final DataSourceType environment;

    /** A provider that cannot read other environments; {@link #BuiltinProvider(EnvironmentReader)} can. */
    public BuiltinProvider() {
        this(name -> {
            throw new DiagnosticsException(
                    Diagnostic.error("The environment \"" + name + "\" cannot be read here", ""));
        });
    }

    /** A provider that reads other environments in a way. */
    public BuiltinProvider(EnvironmentReader reader) {
        this.environment = new EnvironmentData(reader);
    }

    @Override
    public String name() {
        return "corbel";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Schema configuration() {
        return Schema.EMPTY;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return Set.of(DataResource.NAME, ChoiceResource.NAME, PlacementResource.NAME, SecretResource.NAME);
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return switch (name) {
            case DataResource.NAME -> Optional.of(DATA);
            case ChoiceResource.NAME -> Optional.of(CHOICE);
            case PlacementResource.NAME -> Optional.of(PLACEMENT);
            case SecretResource.NAME -> Optional.of(SECRET);
            default -> Optional.empty();
        };
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of(OtherEnvironment.TYPE);
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return Optional.of(environment).filter(type -> type.name().equals(name));
    }

    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        return () -> {};
    }
}
