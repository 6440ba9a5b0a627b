package dev.corbel.providers.azure.identity;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;
import java.util.Optional;

/** The data source {@code azurerm_role_definition}. */
public final class RoleDefinitionData {
    private RoleDefinitionData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_role_definition",
                "a role, by its name or its UUID",
                RoleDefinitionData::find,
                Property.text("name").orComputed().as("properties.roleName"),
                Property.text("role_definition_id").orComputed().as("name"),
                Property.text("scope"),
                Property.text("role_definition_resource_id").computed().as("id"),
                Property.text("description").computed().as("properties.description"),
                Property.text("type").computed().as("properties.type"),
                Property.texts("assignable_scopes").computed().as("properties.assignableScopes"),
                NestedBlock.list(
                                "permissions",
                                Property.texts("actions").computed().as("actions"),
                                Property.texts("not_actions").computed().as("notActions"),
                                Property.textSet("data_actions").as("dataActions"),
                                Property.textSet("not_data_actions").as("notDataActions"),
                                Property.text("condition").computed().as("condition"),
                                Property.text("condition_version").computed().as("conditionVersion"))
                        .as("properties.permissions")
                        .asComputed());
    }

    private static Optional<MapValue> find(ArmSession session, MapValue configuration) throws ProviderException {
        String scope = configuration.text("scope").orElse("/subscriptions/" + session.subscription());
        Optional<String> guid = configuration.text("role_definition_id");
        String id = guid.isPresent()
                ? scope + "/providers/Microsoft.Authorization/roleDefinitions/" + guid.get()
                : RoleNames.id(session, scope, configuration.text("name").orElseThrow());
        return session.arm().find(id, "2022-04-01");
    }
}
