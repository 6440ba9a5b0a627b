package dev.corbel.providers.onprem;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.onprem.host.HostSettings;
import dev.corbel.providers.onprem.host.OnpremSession;
import dev.corbel.providers.onprem.machine.OnpremHost;
import dev.corbel.providers.onprem.machine.OnpremHostData;
import dev.corbel.providers.onprem.ssh.SshConnection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code provider('onprem')}: one host of one's own. */
public final class OnpremProvider implements Provider {

    @Override
    public String name() {
        return "onprem";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public Schema configuration() {
        return OnpremSchema.CONFIGURATION;
    }

    @Override
    public Set<String> resourceTypeNames() {
        return OnpremTypes.NAMES;
    }

    @Override
    public Optional<ResourceType> resourceType(String name) {
        return OnpremTypes.type(name);
    }

    /** Each host has a configuration of its own, so that one which is unreachable fails alone. */
    @Override
    public boolean configuresHosts() {
        return true;
    }

    @Override
    public Map<String, Blueprint> blueprints() {
        return ShippedBlueprints.ALL;
    }

    @Override
    public Set<String> dataSourceTypeNames() {
        return Set.of(OnpremHost.TYPE);
    }

    @Override
    public Optional<DataSourceType> dataSourceType(String name) {
        return name.equals(OnpremHost.TYPE) ? Optional.of(new OnpremHostData()) : Optional.empty();
    }

    /** Connects to nothing yet, so that a host that is not there keeps others from nothing. */
    @Override
    public Session open(MapValue configuration, ProviderContext context) {
        if (configuration.text(HostSettings.ADDRESS).isEmpty()) {
            throw new DiagnosticsException(Diagnostic.error(
                            "provider('onprem') stands for no host", "A resource uses it, and it has no address.")
                    .withHint("Name the host's own in the resource, such as provider = 'onprem.web-1'."));
        }
        return new OnpremSession(
                HostSettings.of(configuration, context.projectDirectory()),
                context,
                SshConnection::new,
                OnpremTypes::type);
    }
}
