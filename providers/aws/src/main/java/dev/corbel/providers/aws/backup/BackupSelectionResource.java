package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import java.util.List;

/** {@code aws_backup_selection}: what a backup plan is for. */
public final class BackupSelectionResource extends AwsResourceType {
    /** The kinds of comparison within a condition. */
    static final List<String> COMPARISONS =
            List.of("string_equals", "string_like", "string_not_equals", "string_not_like");

    static final Schema COMPARISON = Schema.builder()
            .attribute(Attribute.required("key", Type.STRING).describedAs("Such as aws:ResourceTag/backup."))
            .attribute(Attribute.required("value", Type.STRING))
            .build();

    static final Schema SELECTION_TAG = Schema.builder()
            .attribute(Attribute.required("type", Type.STRING).validatedBy(Validation.oneOf("STRINGEQUALS")))
            .attribute(Attribute.required("key", Type.STRING))
            .attribute(Attribute.required("value", Type.STRING))
            .build();

    static final Schema CONDITION = condition();

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("plan_id", Type.STRING).immutable())
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "[A-Za-z0-9._-]{1,50}", "1 to 50 letters, digits, dots, hyphens and underscores")))
            .attribute(Attribute.required("iam_role_arn", Type.STRING)
                    .immutable()
                    .describedAs("The role that AWS Backup takes on to read what it backs up."))
            .attribute(Attribute.optional("resources", Type.set(Type.STRING))
                    .immutable()
                    .describedAs("ARNs, or patterns of them with *."))
            .attribute(Attribute.optionalComputed("not_resources", Type.set(Type.STRING))
                    .immutable()
                    .describedAs("ARNs, or patterns of them, that are left out."))
            .block(BlockType.set("selection_tag", SELECTION_TAG).asImmutable())
            .block(BlockType.set("condition", CONDITION).times(0, 1).asImmutable())
            .attribute(Attribute.computed("id", Type.STRING))
            .build();

    private static Schema condition() {
        Schema.Builder schema = Schema.builder();
        COMPARISONS.forEach(name -> schema.block(BlockType.set(name, COMPARISON)));
        return schema.build();
    }

    public BackupSelectionResource() {
        super("aws_backup_selection", SCHEMA, SelectionOperations::new);
    }

    /** The service keeps the id of the request that created a selection, and lists it. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the objects that a backup plan covers",
                "`PLAN|SELECTION`",
                "the id of the request, which the selection keeps",
                "");
    }
}
