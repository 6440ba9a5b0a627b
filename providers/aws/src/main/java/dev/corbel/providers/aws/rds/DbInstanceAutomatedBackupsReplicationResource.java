package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.fact.Part;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Forms;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code aws_db_instance_automated_backups_replication}: backups of an instance of another region, kept in this one. */
public final class DbInstanceAutomatedBackupsReplicationResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(75);

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("source_db_instance_arn", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("arn:[a-z-]+:rds:.+:db:.+", "the ARN of a DB instance"))
                    .describedAs("The instance, which is in another region."))
            .attribute(Attribute.optional("retention_period", Type.NUMBER)
                    .defaultsTo(Value.of(7))
                    .immutable()
                    .validatedBy(Validation.between(1, 35))
                    .describedAs("How long backups are kept here, in days."))
            .attribute(Attribute.optionalComputed("kms_key_id", Type.STRING)
                    .comparedAs(Forms.KEY)
                    .immutable()
                    .validatedBy(Validation.matching("arn:[a-z-]+:kms:.+", "the ARN of a key"))
                    .describedAs("A key of this region. Backups of an encrypted instance need one."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The ARN of the backups in this region."))
            .build();

    public DbInstanceAutomatedBackupsReplicationResource() {
        super("aws_db_instance_automated_backups_replication", SCHEMA, BackupsReplicationOperations::new);
    }

    /** An instance is replicated to a region or it is not, so an interrupted creation is just repeated. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT, "delete", TIMEOUT);
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part key = Part.of(attributes, "kms_key_id");
        Part days = Part.of(attributes, "retention_period");
        return List.of(
                Fact.Stores.here(DataKind.BACKUP),
                key.claim(Topic.ENCRYPTION_AT_REST, key.isSet(), "keeps the backups of an unencrypted database"),
                new Fact.Retention(days.value(), days.path()));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the copying of a database's backups into this region",
                "the ARN of the backups in this region",
                "starting it again",
                "`pre_signed_url` (Corbel signs)");
    }
}
