package dev.corbel.providers.onprem;

import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.ResourceTypeContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider contract of one type, on a real host. */
@ExtendWith(TestHostsExtension.class)
@HostSet(value = "types", withPackages = true)
public abstract class HostContract extends ResourceTypeContract {
    private final TestHost host;

    protected HostContract(TestHosts hosts) {
        this.host = hosts.host("types");
    }

    protected final TestHost host() {
        return host;
    }

    /** One for each thread: a host carries out four at a time. */
    @Override
    protected int concurrentCreations() {
        return 8;
    }

    @Override
    protected final Provider provider() {
        return new OnpremProvider();
    }

    @Override
    protected final MapValue providerConfiguration() {
        return configuration(host);
    }

    /** The configuration of the provider that reaches a host. */
    public static MapValue configuration(TestHost host) {
        return Values.map(
                "name",
                host.name(),
                "address",
                host.address(),
                "user",
                host.user(),
                "hostKey",
                host.hostKey(),
                "identityFile",
                host.identityFile().toString());
    }

    /** A type whose objects go by one attribute. */
    protected abstract static class KeyedSpecimen implements Specimen {
        private final String type;
        private final String key;

        protected KeyedSpecimen(String type, String key) {
            this.type = type;
            this.key = key;
        }

        @Override
        public final String type() {
            return type;
        }

        @Override
        public final String importId(ObjectState object) {
            return object.attributes().text(key).orElseThrow();
        }
    }
}
