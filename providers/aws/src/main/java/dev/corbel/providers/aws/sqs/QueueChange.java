package dev.corbel.providers.aws.sqs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Changes a queue, and waits until it shows: SQS takes up to a minute for attributes. */
record QueueChange(AwsSession session, Duration timeout) {

    ObjectState make(String url, MapValue prior, MapValue planned) throws ProviderException {
        SqsClient sqs = Sqs.client(session);
        Map<String, String> changed = new LinkedHashMap<>();
        for (QueueAttribute attribute : QueueAttribute.ALL) {
            if (new DesiredAttributes(planned).differs(attribute.name(), new DesiredAttributes(prior))) {
                // The empty text takes an attribute away.
                changed.put(attribute.sqs(), attribute.sent(planned).orElse(""));
            }
        }
        if (!changed.isEmpty()) {
            sqs.setQueueAttributes(call -> call.queueUrl(url).attributesWithStrings(changed));
        }
        Tags.Change tags = Tags.Change.between(prior, planned);
        if (!tags.removed().isEmpty()) {
            sqs.untagQueue(call -> call.queueUrl(url).tagKeys(tags.removed()));
        }
        if (!tags.set().isEmpty()) {
            sqs.tagQueue(call -> call.queueUrl(url).tags(tags.set()));
        }
        return awaited(url, planned);
    }

    /** The queue once it is as planned. */
    ObjectState awaited(String url, MapValue planned) throws ProviderException {
        QueueReader reader = new QueueReader(session);
        return session.waiter(timeout)
                .untilPresent("the attributes of the queue " + url + " to show", () -> reader.find(url, planned)
                        .filter(shown -> QueueAttribute.ALL.stream()
                                .noneMatch(attribute -> new DesiredAttributes(planned)
                                        .differs(attribute.name(), new DesiredAttributes(shown.attributes())))));
    }
}
