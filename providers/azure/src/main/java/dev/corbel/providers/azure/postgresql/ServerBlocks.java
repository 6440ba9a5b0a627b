package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.NestedBlock;
import dev.corbel.providers.kit.definition.Property;

/** The blocks of a server, and what it is made of. */
final class ServerBlocks {
    static final Form SWITCH = Form.words("Enabled", "Disabled");

    private ServerBlocks() {}

    /** The server that another one is made of. */
    static Field.Builder[] source() {
        return new Field.Builder[] {
            Property.text("create_mode")
                    .unread()
                    .oneOf("Default", "PointInTimeRestore", "Replica", "ReviveDropped", "GeoRestore", "Update")
                    .as("properties.createMode"),
            Property.text("point_in_time_restore_time_in_utc")
                    .unread()
                    .immutable()
                    .as("properties.pointInTimeUTC"),
            Property.text("replication_role").unread().oneOf("None").as("properties.replicationRole"),
            Fields.id("source_server_id").unread().immutable().as("properties.sourceServerResourceId")
        };
    }

    static NestedBlock authentication() {
        return NestedBlock.single(
                        "authentication",
                        Property.flag("active_directory_auth_enabled")
                                .defaultsTo(false)
                                .as("activeDirectoryAuth", SWITCH),
                        Property.flag("password_auth_enabled").defaultsTo(true).as("passwordAuth", SWITCH),
                        Property.text("tenant_id").withoutCase().as("tenantId"))
                .usually(MapValue.EMPTY)
                .as("properties.authConfig");
    }

    static NestedBlock highAvailability() {
        return NestedBlock.single(
                        "high_availability",
                        Property.text("mode")
                                .required()
                                .oneOf("ZoneRedundant", "SameZone")
                                .as("mode"),
                        Property.text("standby_availability_zone")
                                .orComputed()
                                .changingByItself()
                                .as("standbyAvailabilityZone"))
                .as(ServerHooks.STANDBY.toString());
    }

    static NestedBlock maintenanceWindow() {
        return NestedBlock.single(
                        "maintenance_window",
                        Field.constant("customWindow", Value.of("Enabled")),
                        Property.number("day_of_week")
                                .defaultsTo(0)
                                .between(0, 6)
                                .as("dayOfWeek"),
                        Property.number("start_hour")
                                .defaultsTo(0)
                                .between(0, 23)
                                .as("startHour"),
                        Property.number("start_minute")
                                .defaultsTo(0)
                                .between(0, 59)
                                .as("startMinute"))
                .as(ServerHooks.MAINTENANCE.toString());
    }
}
