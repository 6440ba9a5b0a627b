package dev.corbel.providers.azure.identity;

import dev.corbel.emulators.arm.ArmServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.ArmContract;
import dev.corbel.providers.azure.Example;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;

class RoleAssignmentContractTest extends ArmContract {
    RoleAssignmentContractTest(ArmServer arm) {
        super(arm);
    }

    @Override
    protected Specimen specimen() {
        return new Example(
                        "azurerm_role_assignment",
                        subscription()
                                + "/resourceGroups/rg-contract/providers/Microsoft.Authorization/roleAssignments/00000000-0000-4000-8000-000000000000",
                        distinct -> Values.map(
                                "scope",
                                scope(),
                                "role_definition_name",
                                "Reader",
                                "principal_id",
                                identity(distinct).get("principal_id"),
                                "principal_type",
                                "ServicePrincipal"))
                .changedBy(old -> old.with("description", Value.of("reads")))
                .replacedBy(old -> old.with("role_definition_name", Value.of("Contributor")))
                .untagged();
    }

    private MapValue identity(String distinct) {
        return made(
                "azurerm_user_assigned_identity",
                Values.map("name", "id-" + distinct, "resource_group_name", group(), "location", REGION));
    }

    private Value scope() {
        group();
        return Value.of(subscription() + "/resourceGroups/rg-contract");
    }
}
