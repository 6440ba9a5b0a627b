package dev.corbel.providers.azure.identity;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.AccessFacts;
import dev.corbel.providers.kit.definition.Property;
import dev.corbel.providers.kit.definition.Rule;
import java.time.Duration;

/**
 * {@code azurerm_role_assignment}: a role that somebody has somewhere. Its name is a UUID that follows from place, role and identity, so
 * that one whose answer got lost is found again.
 */
public final class RoleAssignmentDefinition {
    private RoleAssignmentDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_role_assignment", "Microsoft.Authorization/roleAssignments", "2022-04-01")
                .called("role assignment")
                .id("{scope}/providers/Microsoft.Authorization/roleAssignments/{name}")
                .listedWith("?$filter=atScope()")
                .minutes(30, 30, 30)
                .waits(5, 0, Duration.ofSeconds(1))
                .hooks(new RoleAssignmentHooks())
                .fields(
                        Property.text("name").orComputed().immutable().withoutCase(),
                        Fields.id("scope").required().immutable(),
                        Property.text("principal_id")
                                .required()
                                .immutable()
                                .withoutCase()
                                .guarded()
                                .as("properties.principalId"),
                        Property.text("principal_type")
                                .orComputed()
                                .immutable()
                                .oneOf("User", "Group", "ServicePrincipal")
                                .as("properties.principalType"),
                        Property.text("role_definition_id")
                                .orComputed()
                                .immutable()
                                .guarded()
                                .comparedAs(RoleAssignmentHooks.ROLE)
                                .as("properties.roleDefinitionId"),
                        Property.text("role_definition_name")
                                .orComputed()
                                .immutable()
                                .withoutCase(),
                        Property.text("condition").as("properties.condition"),
                        Property.text("condition_version")
                                .orComputed()
                                .oneOf("1.0", "2.0")
                                .as("properties.conditionVersion"),
                        Fields.id(
                                        "delegated_managed_identity_resource_id",
                                        "properties.delegatedManagedIdentityResourceId")
                                .immutable(),
                        Property.text("description").as("properties.description"),
                        Property.flag("skip_service_principal_aad_check").orComputed())
                .rules(Rule.exactlyOneOf("role_definition_id", "role_definition_name"))
                .facts(AccessFacts::ofRole)
                .build();
    }
}
