package dev.corbel.providers.azure.app;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class CustomDomainContractTest extends ArmContract {
    CustomDomainContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_container_app_custom_domain",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.App/containerApps/absent/customDomainName/www.example.com",
                        distinct -> Values.map(
                                "name",
                                distinct + ".example.com",
                                "container_app_id",
                                made("azurerm_container_app", Apps.withIngress(group(), environment()))
                                        .get("id"),
                                "certificate_binding_type",
                                "Auto"))
                .replacedBy(old -> old.with("certificate_binding_type", Value.of("Disabled")))
                .untagged();
    }

    private Value environment() {
        return made(
                        "azurerm_container_app_environment",
                        Values.map("name", "env-domains", "resource_group_name", group(), "location", REGION))
                .get("id");
    }
}
