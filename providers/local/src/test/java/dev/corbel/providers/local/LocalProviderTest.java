package dev.corbel.providers.local;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.conformance.ProviderContract;

class LocalProviderTest extends ProviderContract {

    @Override
    protected Provider provider() {
        return new LocalProvider();
    }
}
