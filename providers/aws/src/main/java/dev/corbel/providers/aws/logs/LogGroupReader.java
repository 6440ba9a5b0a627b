package dev.corbel.providers.aws.logs;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.NamedReader;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Reads log groups: one list tells of many, and a call for each gives its tags. */
final class LogGroupReader implements NamedReader<LogGroup> {
    private final AwsSession session;
    private final CloudWatchLogsClient logs;

    LogGroupReader(AwsSession session) {
        this.session = session;
        this.logs = Logs.client(session);
    }

    @Override
    public Map<String, LogGroup> all() {
        return withPrefix("");
    }

    @Override
    public Map<String, LogGroup> some(List<String> names) {
        return withPrefix(commonPrefix(names));
    }

    @Override
    public Optional<LogGroup> find(String name) {
        return Optional.ofNullable(withPrefix(name).get(name));
    }

    private Map<String, LogGroup> withPrefix(String prefix) {
        Map<String, LogGroup> groups = new LinkedHashMap<>();
        logs.describeLogGroupsPaginator(request -> request.logGroupNamePrefix(prefix.isEmpty() ? null : prefix))
                .logGroups()
                .forEach(group -> groups.put(group.logGroupName(), group));
        return groups;
    }

    /** What all names begin with, so that as few pages as possible are asked for. */
    static String commonPrefix(List<String> names) {
        String prefix = names.get(0);
        for (String name : names) {
            while (!name.startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix;
    }

    @Override
    public Map<String, String> tags(LogGroup group) {
        return Logs.ifFound(() -> logs.listTagsForResource(request -> request.resourceArn(arn(group))))
                .map(ListTagsForResourceResponse::tags)
                .orElse(Map.of());
    }

    /** The ARN as tags and policies name it; descriptions of old end in {@code :*}. */
    static String arn(LogGroup group) {
        return group.logGroupArn() != null
                ? group.logGroupArn()
                : group.arn().substring(0, group.arn().length() - ":*".length());
    }

    @Override
    public ObjectState show(LogGroup group, Map<String, String> tags, MapValue known) {
        Attributes attributes = new Attributes(CloudwatchLogGroupResource.SCHEMA)
                .from(known)
                .text("id", group.logGroupName())
                .text("name", group.logGroupName())
                .text("arn", arn(group))
                .number("retention_in_days", group.retentionInDays() == null ? 0 : group.retentionInDays())
                .text("kms_key_id", group.kmsKeyId())
                .text("log_group_class", group.logGroupClass() == null ? "STANDARD" : group.logGroupClassAsString())
                .flag("skip_destroy", new DesiredAttributes(known).isTrue("skip_destroy"));
        Tags.show(attributes, tags, known, session);
        return attributes.object();
    }
}
