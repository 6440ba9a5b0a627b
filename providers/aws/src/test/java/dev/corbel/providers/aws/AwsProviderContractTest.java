package dev.corbel.providers.aws;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.conformance.ProviderContract;

class AwsProviderContractTest extends ProviderContract {
    @Override
    protected Provider provider() {
        return new AwsProvider();
    }
}
