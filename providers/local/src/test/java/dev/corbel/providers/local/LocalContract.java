package dev.corbel.providers.local;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.ResourceTypeContract;
import dev.corbel.providers.local.place.SupervisorClient;
import dev.corbel.providers.local.supervisor.Place;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The provider contract of one type, with a supervisor for each test. */
public abstract class LocalContract extends ResourceTypeContract {
    private final Set<Place> places = new HashSet<>();

    @Override
    protected final Provider provider() {
        return new LocalProvider();
    }

    @Override
    protected final MapValue providerConfiguration() {
        return MapValue.EMPTY;
    }

    /** Each is a process. */
    @Override
    protected final int concurrentCreations() {
        return 6;
    }

    @Override
    protected final ProviderContext context(Path directory) {
        ProviderContext context = super.context(directory);
        places.add(Place.of(directory, context.environment()));
        return context;
    }

    @AfterEach
    final void endProcesses() throws Exception {
        for (Place place : places) {
            SupervisorClient.stop(place);
        }
    }
}
