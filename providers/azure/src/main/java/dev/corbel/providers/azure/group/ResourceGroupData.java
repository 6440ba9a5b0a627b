package dev.corbel.providers.azure.group;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.kit.definition.Property;

/** The data source {@code azurerm_resource_group}. */
public final class ResourceGroupData {
    private ResourceGroupData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_resource_group",
                "a resource group",
                ArmDataSource.at("/subscriptions/{subscription}/resourceGroups/{name}", "2023-07-01"),
                Property.text("name").required(),
                Property.text("location").computed().as("location"),
                Property.text("managed_by").computed().as("managedBy"),
                Property.textMap("tags").computed().as("tags"));
    }
}
