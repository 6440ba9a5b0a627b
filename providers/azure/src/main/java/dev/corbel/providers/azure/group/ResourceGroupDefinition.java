package dev.corbel.providers.azure.group;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;

/** {@code azurerm_resource_group}: the box that everything else lies in. */
public final class ResourceGroupDefinition {
    private ResourceGroupDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_resource_group", "Microsoft.Resources/resourceGroups", "2023-07-01")
                .called("resource group")
                .id("/subscriptions/{subscription}/resourceGroups/{name}")
                .patched()
                .tagged()
                .minutes(90, 90, 90)
                .waits(3, 0, Duration.ofSeconds(5))
                .fields(
                        Fields.name()
                                .matching(
                                        "[-\\w._()]{0,89}[-\\w_()]",
                                        "1 to 90 letters, digits and any of -_.(), and no full stop at the end"),
                        Fields.location(),
                        Property.text("managed_by")
                                .as("managedBy")
                                .describedAs("The id of the resource that manages it."))
                .build();
    }
}
