package dev.corbel.providers.aws.cloudwatch;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** The client of CloudWatch, and the parts that its types share. */
final class CloudWatch {
    private CloudWatch() {}

    static CloudWatchClient client(AwsSession session) {
        return session.client(CloudWatchClient.class, CloudWatchClient::builder);
    }

    static List<Tag> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    static List<Dimension> dimensions(Map<String, String> dimensions) {
        return dimensions.entrySet().stream()
                .map(dimension -> Dimension.builder()
                        .name(dimension.getKey())
                        .value(dimension.getValue())
                        .build())
                .toList();
    }

    /** Null where there are none, and none were asked for. */
    static Value dimensions(List<Dimension> dimensions, Value known) {
        Map<String, Value> map = new TreeMap<>();
        dimensions.forEach(dimension -> map.put(dimension.name(), Value.of(dimension.value())));
        return map.isEmpty() && known.isNull() ? Value.ofNull() : new MapValue(map);
    }
}
