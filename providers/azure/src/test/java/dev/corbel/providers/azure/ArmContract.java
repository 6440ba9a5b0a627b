package dev.corbel.providers.azure;

import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.FakeTime;
import dev.corbel.providers.conformance.ResourceTypeContract;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider contract of one type, against the simulator of Azure Resource Manager. */
@ExtendWith(ArmExtension.class)
public abstract class ArmContract extends ResourceTypeContract {
    protected static final String REGION = "swedencentral";

    private final ArmServer arm;
    private final ArmBench bench;

    protected ArmContract(ArmServer arm) {
        this.arm = arm;
        this.bench = new ArmBench(arm);
    }

    @Override
    protected final Provider provider() {
        ArmBench.signIn(arm);
        return new AzureProvider();
    }

    @Override
    protected final MapValue providerConfiguration() {
        return ArmBench.configuration(arm);
    }

    /** The simulator's clock moves with each call, so nobody need wait for real. */
    @Override
    protected final ProviderContext context(Path directory) {
        FakeTime time = new FakeTime();
        return new ProviderContext(directory, "conformance", time, time);
    }

    @Override
    protected final int concurrentCreations() {
        return 6;
    }

    /** Makes something that the specimen needs, once for each name, and gives it. */
    protected final MapValue made(String type, MapValue attributes) {
        return bench.make(type, attributes);
    }

    /** A resource group. */
    protected final Value group() {
        return made("azurerm_resource_group", Values.map("name", "rg-contract", "location", REGION))
                .get("name");
    }

    /** The path of the subscription. */
    protected final String subscription() {
        return "/subscriptions/" + arm.subscription();
    }

    protected final String tenant() {
        return arm.tenant();
    }

    @AfterEach
    final void closeBench() {
        bench.close();
    }
}
