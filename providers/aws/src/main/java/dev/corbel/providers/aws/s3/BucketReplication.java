package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.ErrorMatch;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.ReplicationRule;

/**
 * The replication of a bucket: a role, and rules in no order that S3 knows by their ids. Rules with a filter are of
 * another kind than those without one: they say whether deletions are copied, and have a priority.
 */
final class BucketReplication implements BucketSetting<MapValue> {
    private static final Set<String> NONE = Set.of("NoSuchBucket", "ReplicationConfigurationNotFoundError");
    private static final String RULE = "rule";
    private static final String ROLE = "role";

    /** Versioning, roles and the bucket of another region, when they are new, are not known everywhere at once. */
    private static final List<ErrorMatch> NOT_YET = Stream.of("InvalidRequest", "InvalidArgument")
            .flatMap(code -> Stream.of("versioning", "role", "destination bucket must exist")
                    .map(word -> new ErrorMatch(code, word)))
            .toList();

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public MapValue desired(DesiredAttributes attributes) {
        return settings(
                attributes.attributes().get(ROLE), attributes.attributes().get(RULE));
    }

    private static MapValue settings(Value role, Value rules) {
        return new MapValue(Map.of(ROLE, role, RULE, rules));
    }

    @Override
    public Optional<MapValue> get(S3Client s3, BucketSettingId id) {
        return S3.unless(NONE, () -> s3.getBucketReplication(call -> call.bucket(id.bucket())))
                .map(GetBucketReplicationResponse::replicationConfiguration)
                .map(answer -> settings(
                        Value.of(answer.role()),
                        Value.list(answer.rules().stream()
                                .map(ShownReplication::rule)
                                .toList())));
    }

    @Override
    public void put(S3Client s3, BucketSettingId id, MapValue desired, DesiredAttributes attributes) {
        List<ReplicationRule> rules =
                attributes.blocks(RULE).stream().map(DesiredReplication::rule).toList();
        s3.putBucketReplication(call -> call.bucket(id.bucket())
                .token(attributes.text("token"))
                .replicationConfiguration(
                        replication -> replication.role(attributes.text(ROLE)).rules(rules)));
    }

    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        s3.deleteBucketReplication(call -> call.bucket(id.bucket()));
    }

    @Override
    public void show(MapValue actual, Attributes attributes) {
        actual.entries().forEach(attributes::value);
    }

    @Override
    public boolean passes(RuntimeException refusal) {
        return NOT_YET.stream().anyMatch(reason -> reason.test(refusal));
    }

    @Override
    public boolean isSame(MapValue one, MapValue other) {
        return one.get(ROLE).fullyUnmarked().equals(other.get(ROLE).fullyUnmarked())
                && plain(one).equals(plain(other));
    }

    private static Value plain(MapValue settings) {
        return Attributes.setOf(new DesiredAttributes(settings)
                .blocks(RULE).stream().map(BucketReplication::plainRule).toList());
    }

    private static MapValue plainRule(DesiredAttributes rule) {
        MapValue plain = PlainForm.of(rule.attributes());
        if (!rule.has("filter")) {
            return plain;
        }
        Value priority = plain.get("priority");
        boolean deletions =
                "Enabled".equals(rule.block("delete_marker_replication").text("status"));
        return plain.with("filtered", Value.of(true))
                .with("priority", priority.isNull() ? Value.of(0) : priority)
                .with("delete_marker_replication", Value.of(deletions));
    }
}
