package dev.corbel.providers.azure.registry;

import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmDataSource;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.Optional;

/** The data source {@code azurerm_container_registry}. */
public final class ContainerRegistryData {
    private ContainerRegistryData() {}

    public static DataSourceType type() {
        return new ArmDataSource(
                "azurerm_container_registry",
                "a container registry",
                ContainerRegistryData::find,
                Property.text("name").required(),
                Property.text("resource_group_name").required(),
                Property.flag("admin_enabled").computed().as("properties.adminUserEnabled"),
                Property.text("admin_username").computed().as("credentials.username"),
                Property.text("admin_password").computed().sensitive().as("credentials.passwords", PASSWORD),
                Property.flag("data_endpoint_enabled").computed().as("properties.dataEndpointEnabled"),
                Property.textSet("data_endpoint_host_names").computed().as("properties.dataEndpointHostNames"),
                Property.text("location").computed().as("location"),
                Property.text("login_server").computed().as("properties.loginServer"),
                Property.text("sku").computed().as("sku.name"),
                Property.textMap("tags").computed().as("tags"));
    }

    private static final String VERSION = "2025-11-01";
    private static final ArmDataSource.Lookup REGISTRY = ArmDataSource.at(
            "/subscriptions/{subscription}/resourceGroups/{resource_group_name}/providers/"
                    + "Microsoft.ContainerRegistry/registries/{name}",
            VERSION);
    private static final Form PASSWORD = Form.of(
            value -> value,
            value -> Form.only().toAttribute(value) instanceof MapValue first ? first.get("value") : Value.ofNull());

    /** Credentials of the administrator are there where it is on. */
    private static Optional<MapValue> find(ArmSession session, MapValue configuration) throws ProviderException {
        Optional<MapValue> registry = REGISTRY.find(session, configuration);
        boolean administered = registry.filter(there ->
                        DocumentPath.of("properties.adminUserEnabled").in(there).equals(Value.of(true)))
                .isPresent();
        if (!administered) {
            return registry;
        }
        String path = registry.get().text("id").orElseThrow() + "/listCredentials";
        return session.arm()
                .post(path, VERSION, MapValue.EMPTY, CallOptions.DEFAULT)
                .map(credentials -> registry.get().with("credentials", credentials));
    }
}
