package dev.corbel.providers.aws.sqs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Reads queues: one call for the attributes and one for the tags of each, since SQS lists URLs alone. */
final class QueueReader {
    private final AwsSession session;
    private final SqsClient sqs;

    QueueReader(AwsSession session) {
        this.session = session;
        this.sqs = Sqs.client(session);
    }

    /** The URL of a queue in this account. */
    Optional<String> url(String name) {
        return Sqs.ifFound(() -> sqs.getQueueUrl(call -> call.queueName(name)).queueUrl());
    }

    Optional<Map<String, String>> tags(String url) {
        return Sqs.ifFound(() -> sqs.listQueueTags(call -> call.queueUrl(url)).tags());
    }

    Optional<ObjectState> find(String url, MapValue known) {
        return attributes(url).flatMap(attributes -> tags(url).map(tags -> show(url, attributes, tags, known)));
    }

    boolean isThere(String url) {
        return attributes(url).isPresent();
    }

    private Optional<Map<String, String>> attributes(String url) {
        return Sqs.ifFound(
                () -> sqs.getQueueAttributes(call -> call.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributesAsStrings());
    }

    List<String> urls() {
        return sqs.listQueuesPaginator().queueUrls().stream().toList();
    }

    /** What a new queue is known by before it can be read. */
    ObjectState beginning(String url, Map<String, String> tags, MapValue planned) {
        Attributes shown = new Attributes(SqsQueueResource.SCHEMA)
                .from(planned)
                .text("id", url)
                .text("url", url)
                .text("name", name(url));
        Tags.show(shown, tags, planned, session);
        return shown.object();
    }

    private ObjectState show(String url, Map<String, String> attributes, Map<String, String> tags, MapValue known) {
        Attributes shown = new Attributes(SqsQueueResource.SCHEMA)
                .from(known)
                .text("id", url)
                .text("url", url)
                .text("name", name(url))
                .text("arn", attributes.get("QueueArn"));
        for (QueueAttribute attribute : QueueAttribute.ALL) {
            shown.value(attribute.name(), attribute.shown(attributes.get(attribute.sqs()), known));
        }
        Tags.show(shown, tags, known, session);
        return shown.object();
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
