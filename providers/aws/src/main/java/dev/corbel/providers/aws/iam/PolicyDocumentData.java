package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsDataSourceType;

/** {@code aws_iam_policy_document}: writes a policy as JSON. Nothing is asked of AWS. */
public final class PolicyDocumentData {
    static final String NEWEST = "2012-10-17";
    static final String OLD = "2008-10-17";
    static final String ALLOW = "Allow";

    private static final Schema CONDITION = Schema.builder()
            .attribute(Attribute.required("test", Type.STRING).describedAs("Such as StringEquals."))
            .attribute(Attribute.required("variable", Type.STRING).describedAs("Such as aws:SourceArn."))
            .attribute(Attribute.required("values", Type.list(Type.STRING)).describedAs("One of them must fit."))
            .build();

    private static final Schema PRINCIPALS = Schema.builder()
            .attribute(Attribute.required("type", Type.STRING)
                    .describedAs("AWS, Service, Federated, CanonicalUser, or * for everybody."))
            .attribute(Attribute.required("identifiers", Type.set(Type.STRING))
                    .describedAs("ARNs, accounts, or names of services."))
            .build();

    private static final Schema STATEMENT = Schema.builder()
            .attribute(Attribute.optional("sid", Type.STRING).describedAs("A name, once in a document."))
            .attribute(Attribute.optional("effect", Type.STRING)
                    .defaultsTo(Value.of(ALLOW))
                    .validatedBy(Validation.oneOf(ALLOW, "Deny")))
            .attribute(Attribute.optional("actions", Type.set(Type.STRING)).describedAs("Such as s3:GetObject."))
            .attribute(Attribute.optional("not_actions", Type.set(Type.STRING)).describedAs("All but these."))
            .attribute(Attribute.optional("resources", Type.set(Type.STRING))
                    .describedAs("ARNs. Variables of IAM are written &{aws:username}."))
            .attribute(
                    Attribute.optional("not_resources", Type.set(Type.STRING)).describedAs("All but these."))
            .block(BlockType.set("principals", PRINCIPALS))
            .block(BlockType.set("not_principals", PRINCIPALS))
            .block(BlockType.set("condition", CONDITION))
            .build();

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("policy_id", Type.STRING).describedAs("The document's Id."))
            .attribute(Attribute.optional("version", Type.STRING)
                    .defaultsTo(Value.of(NEWEST))
                    .validatedBy(Validation.oneOf(OLD, NEWEST))
                    .describedAs("The version of the policy language."))
            .attribute(Attribute.optional("source_policy_documents", Type.list(Type.STRING))
                    .describedAs("Documents that this one adds to. No two statements in them have one sid; a statement"
                            + " here takes the place of one with its sid."))
            .attribute(Attribute.optional("override_policy_documents", Type.list(Type.STRING))
                    .describedAs("Documents whose statements take the place of those with the same sid."))
            .block(BlockType.list("statement", STATEMENT))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A checksum of the document."))
            .attribute(Attribute.computed("json", Type.STRING).describedAs("The document."))
            .attribute(Attribute.computed("minified_json", Type.STRING)
                    .describedAs("The document without spaces and line breaks."))
            .build();

    private PolicyDocumentData() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_iam_policy_document",
                "a policy as JSON, byte for byte as Terraform writes it; AWS is not asked. `source_json`"
                        + " and `override_json` are not there, use the lists.",
                SCHEMA,
                PolicyDocumentLookup::new);
    }
}
