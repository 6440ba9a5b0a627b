package dev.corbel.providers.aws.sqs;

import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that SQS keeps as a text.
 *
 * @param name in the schema
 * @param sqs in SQS
 */
record QueueAttribute(String name, String sqs, Kind kind) {

    enum Kind {
        NUMBER,
        FLAG,
        TEXT,
        /** Compared by what it says; the empty text is none. */
        DOCUMENT,
        /** A flag that only FIFO queues have. */
        FIFO_FLAG,
        /** A text that only FIFO queues have. */
        FIFO_TEXT
    }

    static final List<QueueAttribute> ALL = List.of(
            new QueueAttribute("delay_seconds", "DelaySeconds", Kind.NUMBER),
            new QueueAttribute("max_message_size", "MaximumMessageSize", Kind.NUMBER),
            new QueueAttribute("message_retention_seconds", "MessageRetentionPeriod", Kind.NUMBER),
            new QueueAttribute("receive_wait_time_seconds", "ReceiveMessageWaitTimeSeconds", Kind.NUMBER),
            new QueueAttribute("visibility_timeout_seconds", "VisibilityTimeout", Kind.NUMBER),
            new QueueAttribute("policy", "Policy", Kind.DOCUMENT),
            new QueueAttribute("redrive_policy", "RedrivePolicy", Kind.DOCUMENT),
            new QueueAttribute("redrive_allow_policy", "RedriveAllowPolicy", Kind.DOCUMENT),
            new QueueAttribute("kms_master_key_id", "KmsMasterKeyId", Kind.TEXT),
            new QueueAttribute("kms_data_key_reuse_period_seconds", "KmsDataKeyReusePeriodSeconds", Kind.NUMBER),
            new QueueAttribute("sqs_managed_sse_enabled", "SqsManagedSseEnabled", Kind.FLAG),
            new QueueAttribute("fifo_queue", "FifoQueue", Kind.FIFO_FLAG),
            new QueueAttribute("content_based_deduplication", "ContentBasedDeduplication", Kind.FIFO_FLAG),
            new QueueAttribute("deduplication_scope", "DeduplicationScope", Kind.FIFO_TEXT),
            new QueueAttribute("fifo_throughput_limit", "FifoThroughputLimit", Kind.FIFO_TEXT));

    /** What SQS gets; empty where there is nothing to say. */
    Optional<String> sent(MapValue attributes) {
        Value value = attributes.get(name).fullyUnmarked();
        boolean ofFifo = kind == Kind.FIFO_FLAG || kind == Kind.FIFO_TEXT;
        if (value.isNull()
                || value.isUnknown()
                || (ofFifo && !new DesiredAttributes(attributes).isTrue("fifo_queue"))) {
            return Optional.empty();
        }
        return Optional.of(value instanceof BooleanValue flag ? String.valueOf(flag.value()) : value.toString());
    }

    /** What SQS has, in the words of the known object where that says the same. */
    Value shown(@Nullable String actual, MapValue known) {
        if (actual == null || actual.isEmpty()) {
            return switch (kind) {
                case FLAG, FIFO_FLAG -> Value.of(false);
                case DOCUMENT, TEXT ->
                    known.text(name).filter(String::isEmpty).isPresent() ? known.get(name) : Value.ofNull();
                default -> Value.ofNull();
            };
        }
        return switch (kind) {
            case NUMBER -> Value.of(new BigDecimal(actual));
            case FLAG, FIFO_FLAG -> Value.of(Boolean.parseBoolean(actual));
            case TEXT, FIFO_TEXT -> Value.of(actual);
            case DOCUMENT -> {
                String text = JsonText.shown(known.text(name).orElse(null), actual, PolicyText::same);
                yield text == null ? Value.ofNull() : Value.of(text);
            }
        };
    }
}
