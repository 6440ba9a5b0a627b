package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.resource.Forms;
import java.util.List;

/** {@code aws_s3_bucket_replication_configuration}: which objects of a bucket are copied to which other bucket. */
public final class S3BucketReplicationConfigurationResource extends BucketSettingType {
    static final Schema SWITCH = Schema.builder().attribute(status()).build();

    static final Schema MINUTES = Schema.builder()
            .attribute(Attribute.required("minutes", Type.NUMBER).describedAs("S3 takes 15 only."))
            .build();

    static final Schema METRICS = Schema.builder()
            .attribute(status())
            .block(BlockType.single("event_threshold", MINUTES))
            .build();

    static final Schema TIME = Schema.builder()
            .attribute(status())
            .block(BlockType.single("time", MINUTES).times(1, 1))
            .build();

    static final Schema TRANSLATION = Schema.builder()
            .attribute(Attribute.required("owner", Type.STRING)
                    .validatedBy(Validation.oneOf("Destination"))
                    .describedAs("Who the copies belong to."))
            .build();

    static final Schema REPLICA_KEY = Schema.builder()
            .attribute(Attribute.required("replica_kms_key_id", Type.STRING)
                    .comparedAs(Forms.KEY)
                    .describedAs("The ARN of the key, in the region of the copies."))
            .build();

    static final Schema DESTINATION = Schema.builder()
            .attribute(Attribute.required("bucket", Type.STRING).describedAs("The ARN of the bucket."))
            .attribute(Attribute.optional("account", Type.STRING).describedAs("The account of the bucket."))
            .attribute(Attribute.optional("storage_class", Type.STRING)
                    .describedAs("That of the copies; left out, that of the originals."))
            .block(BlockType.single("access_control_translation", TRANSLATION))
            .block(BlockType.single("encryption_configuration", REPLICA_KEY))
            .block(BlockType.single("metrics", METRICS))
            .block(BlockType.single("replication_time", TIME))
            .build();

    static final Schema SELECTION = Schema.builder()
            .block(BlockType.single("replica_modifications", SWITCH))
            .block(BlockType.single("sse_kms_encrypted_objects", SWITCH))
            .build();

    static final Schema AND = Schema.builder()
            .attribute(Attribute.optional("prefix", Type.STRING))
            .attribute(Attribute.optional("tags", Type.map(Type.STRING)))
            .build();

    static final Schema FILTER = Schema.builder()
            .attribute(Attribute.optional("prefix", Type.STRING))
            .block(BlockType.single("and", AND))
            .block(BlockType.single("tag", S3BucketLifecycleConfigurationResource.TAG))
            .build();

    static final Schema RULE = Schema.builder()
            .attribute(Attribute.optionalComputed("id", Type.STRING)
                    .describedAs("Names the rule within the bucket. Left out, it is rule- and a number."))
            .attribute(Attribute.optional("prefix", Type.STRING)
                    .describedAs("What names of objects begin with, in rules without a filter."))
            .attribute(Attribute.optional("priority", Type.NUMBER)
                    .describedAs("Which of two rules to one destination counts: the higher one."))
            .attribute(status())
            .block(BlockType.single("delete_marker_replication", SWITCH))
            .block(BlockType.single("destination", DESTINATION).times(1, 1))
            .block(BlockType.single("existing_object_replication", SWITCH))
            .block(BlockType.single("filter", FILTER))
            .block(BlockType.single("source_selection_criteria", SELECTION))
            .build();

    static final Schema SCHEMA = ofBucket()
            .attribute(Attribute.required("role", Type.STRING)
                    .describedAs("The ARN of the role that S3 takes on to copy."))
            .attribute(Attribute.optional("token", Type.STRING)
                    .sensitive()
                    .describedAs("What allows replication from a bucket with object lock."))
            .block(BlockType.list("rule", RULE).times(1, 1000))
            .build();

    public S3BucketReplicationConfigurationResource() {
        super(
                "aws_s3_bucket_replication_configuration",
                SCHEMA,
                () -> new BucketSettingOperations<>(SCHEMA, new BucketReplication()));
    }

    private static Attribute.Builder status() {
        return Attribute.required("status", Type.STRING).validatedBy(Validation.oneOf("Enabled", "Disabled"));
    }

    @Override
    MapValue foresee(PlanRequest request) {
        return ReplicationRuleIds.fillIn(request.proposed());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return ReplicationFacts.of(attributes);
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the replication of a bucket to others", "`BUCKET`", "setting it again", "");
    }
}
