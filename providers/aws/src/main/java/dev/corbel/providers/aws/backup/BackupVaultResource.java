package dev.corbel.providers.aws.backup;

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
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_backup_vault}: where backups are kept. */
public final class BackupVaultResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 50;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[A-Za-z0-9_-]{2,50}", "2 to 50 letters, digits, hyphens and underscores")))
                    .attribute(Attribute.optionalComputed("kms_key_arn", Type.STRING)
                            .comparedAs(Forms.KEY)
                            .immutable()
                            .validatedBy(Validation.matching("arn:[a-z-]+:kms:.+", "the ARN of a key"))
                            .describedAs("The key that backups are encrypted with. Left out, that of AWS for backups."))
                    .attribute(Attribute.optional("force_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the vault is deleted with all backups in it."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("recovery_points", Type.NUMBER)
                            .describedAs("How many backups there are.")))
            .build();

    public BackupVaultResource() {
        super("aws_backup_vault", SCHEMA, VaultOperations::new);
    }

    @Override
    public boolean holdsData(MapValue attributes) {
        return true;
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("delete", Duration.ofMinutes(10));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        return new PlannedObject(
                request.proposed().with("id", request.proposed().get("name")), Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        Part emptied = Part.of(attributes, "force_destroy");
        return List.of(
                Fact.Stores.here(DataKind.BACKUP),
                Part.always(Topic.ENCRYPTION_AT_REST),
                emptied.claim(Topic.DELETION_PROTECTION, emptied.isTrue().not(), "is deleted with all backups in it"));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a store of backups", "the name", "name", "");
    }
}
