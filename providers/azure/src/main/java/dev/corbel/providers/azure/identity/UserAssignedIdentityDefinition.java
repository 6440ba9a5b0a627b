package dev.corbel.providers.azure.identity;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_user_assigned_identity}: somebody that apps act as. */
public final class UserAssignedIdentityDefinition {
    private UserAssignedIdentityDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_user_assigned_identity",
                        "Microsoft.ManagedIdentity/userAssignedIdentities",
                        "2024-11-30")
                .called("user-assigned identity")
                .tagged()
                .patched()
                .minutes(30, 30, 30)
                .fields(
                        Fields.name()
                                .matching(
                                        "[A-Za-z0-9][A-Za-z0-9_-]{2,127}",
                                        "3 to 128 letters, digits, hyphens and underscores"),
                        Fields.resourceGroup(),
                        Fields.location(),
                        Property.text("client_id").computed().as("properties.clientId"),
                        Property.text("principal_id").computed().as("properties.principalId"),
                        Property.text("tenant_id").computed().as("properties.tenantId"),
                        Property.text("isolation_scope").oneOf("Regional").as("properties.isolationScope", SCOPE))
                .build();
    }

    /** Azure says None where Terraform says nothing. */
    private static final Form SCOPE =
            Form.of(value -> value, value -> value.equals(Value.of("None")) ? Value.ofNull() : value);
}
