package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.azure.arm.ArmDefinition;
import dev.corbel.providers.azure.arm.Fields;
import dev.corbel.providers.azure.fact.MessageFacts;
import dev.corbel.providers.kit.definition.Property;

/** {@code azurerm_servicebus_queue}: messages that wait for one who takes them. */
public final class QueueDefinition {
    private static final String SPAN = "P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?";
    private static final String SPAN_MEANING = "a span of time such as PT5M or P14D";

    private QueueDefinition() {}

    public static ArmDefinition definition() {
        return ArmDefinition.of(
                        "azurerm_servicebus_queue", NamespaceDefinition.TYPE + "/queues", NamespaceDefinition.VERSION)
                .called("queue")
                .below("namespace_id", NamespaceDefinition.TYPE, "queues")
                .holdingData()
                .minutes(30, 30, 30)
                .hooks(new QueueHooks())
                .fields(
                        Fields.name()
                                .matching(
                                        "[a-zA-Z0-9]([\\w.~-]{0,258}[a-zA-Z0-9])?",
                                        "1 to 260 letters, digits, full stops, hyphens and underscores, with a letter or a"
                                                + " digit at both ends"),
                        Fields.id("namespace_id").required().immutable(),
                        span("auto_delete_on_idle").orComputed().as("properties.autoDeleteOnIdle"),
                        span("default_message_ttl").orComputed().as("properties.defaultMessageTimeToLive"),
                        span("duplicate_detection_history_time_window")
                                .defaultsTo("PT10M")
                                .as("properties.duplicateDetectionHistoryTimeWindow"),
                        span("lock_duration").defaultsTo("PT1M").as("properties.lockDuration"),
                        Property.flag("batched_operations_enabled")
                                .defaultsTo(true)
                                .as("properties.enableBatchedOperations"),
                        Property.flag("dead_lettering_on_message_expiration")
                                .defaultsTo(false)
                                .as("properties.deadLetteringOnMessageExpiration"),
                        Property.flag("express_enabled").defaultsTo(false).as("properties.enableExpress"))
                .fields(
                        Property.text("forward_dead_lettered_messages_to")
                                .as("properties.forwardDeadLetteredMessagesTo"),
                        Property.text("forward_to").as("properties.forwardTo"),
                        Property.number("max_delivery_count")
                                .defaultsTo(10)
                                .between(1, Integer.MAX_VALUE)
                                .as("properties.maxDeliveryCount"),
                        Property.number("max_message_size_in_kilobytes")
                                .orComputed()
                                .between(1024, 102400)
                                .as("properties.maxMessageSizeInKilobytes"),
                        Property.number("max_size_in_megabytes")
                                .orComputed()
                                .oneOf(1024, 2048, 3072, 4096, 5120, 10240, 20480, 40960, 81920)
                                .as(QueueHooks.SIZE.toString()),
                        Property.flag("partitioning_enabled")
                                .defaultsTo(false)
                                .immutable()
                                .as(QueueHooks.PARTITIONED.toString()),
                        Property.flag("requires_duplicate_detection")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.requiresDuplicateDetection"),
                        Property.flag("requires_session")
                                .defaultsTo(false)
                                .immutable()
                                .as("properties.requiresSession"),
                        Property.text("status")
                                .defaultsTo("Active")
                                .oneOf(
                                        "Active",
                                        "Creating",
                                        "Deleting",
                                        "Disabled",
                                        "ReceiveDisabled",
                                        "Renaming",
                                        "SendDisabled",
                                        "Unknown")
                                .as("properties.status"))
                .facts(MessageFacts::ofQueue)
                .build();
    }

    private static Property span(String name) {
        return Property.text(name).matching(SPAN, SPAN_MEANING);
    }
}
