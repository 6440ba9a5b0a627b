package dev.corbel.providers.azure.group;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Property;
import java.time.Duration;

/** {@code azurerm_management_lock}: keeps what it is on from being deleted or changed. */
public final class ManagementLockDefinition {
    private ManagementLockDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of("azurerm_management_lock", "Microsoft.Authorization/locks", "2020-05-01")
                .called("management lock")
                .id("{scope}/providers/Microsoft.Authorization/locks/{name}")
                .minutes(30, 0, 30)
                .waits(0, 3, Duration.ofSeconds(5))
                .fields(
                        Fields.name(),
                        Fields.id("scope").required().immutable(),
                        Property.text("lock_level")
                                .required()
                                .immutable()
                                .oneOf("CanNotDelete", "ReadOnly")
                                .as("properties.level"),
                        Property.text("notes").immutable().length(0, 512).as("properties.notes"))
                .build();
    }
}
