package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.resource.AwsDataSourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code aws_ami}: the one machine image that matches, or the newest of them. */
public final class AmiData {
    /** Computed texts that have no more to say than their names. */
    static final List<String> TEXTS = List.of(
            "architecture",
            "arn",
            "boot_mode",
            "creation_date",
            "deprecation_time",
            "description",
            "hypervisor",
            "image_id",
            "image_location",
            "image_owner_alias",
            "image_type",
            "imds_support",
            "kernel_id",
            "last_launched_time",
            "name",
            "owner_id",
            "platform",
            "platform_details",
            "ramdisk_id",
            "root_device_name",
            "root_device_type",
            "root_snapshot_id",
            "sriov_net_support",
            "state",
            "tpm_support",
            "usage_operation",
            "virtualization_type");

    static final Schema SCHEMA = schema();

    private AmiData() {}

    private static Schema schema() {
        Schema.Builder schema = Schema.builder()
                .attribute(Attribute.optional("owners", Type.list(Type.STRING))
                        .describedAs("Accounts, self, amazon or aws-marketplace. Always say whom you trust."))
                .attribute(Attribute.optional("executable_users", Type.list(Type.STRING))
                        .describedAs("Accounts that may launch it, self, or all."))
                .attribute(Attribute.optional("include_deprecated", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether deprecated images count."))
                .attribute(Attribute.optional("most_recent", Type.BOOLEAN)
                        .defaultsTo(Value.of(false))
                        .describedAs("Whether the newest is taken where many match; else that is an error."))
                .attribute(Attribute.optional("name_regex", Type.STRING)
                        .validatedBy(AmiData::problem)
                        .describedAs("What is found in the name. A filter is faster, since EC2 applies it itself."))
                .attribute(Attribute.optionalComputed("tags", Type.map(Type.STRING))
                        .describedAs("Tags that it has, perhaps among others. Left out, all that it has."))
                .block(FilterBlock.of("DescribeImages"))
                .attribute(Attribute.computed("id", Type.STRING))
                .attribute(Attribute.computed("ena_support", Type.BOOLEAN))
                .attribute(Attribute.computed("public", Type.BOOLEAN).describedAs("Whether everybody may launch it."))
                .attribute(Attribute.computed("state_reason", Type.map(Type.STRING)))
                .attribute(Attribute.computed(
                        "block_device_mappings",
                        Type.set(Type.object(Map.of(
                                "device_name", Type.STRING,
                                "ebs", Type.map(Type.STRING),
                                "no_device", Type.STRING,
                                "virtual_name", Type.STRING)))))
                .attribute(Attribute.computed(
                        "product_codes",
                        Type.set(Type.object(
                                Map.of("product_code_id", Type.STRING, "product_code_type", Type.STRING)))));
        TEXTS.forEach(name -> schema.attribute(Attribute.computed(name, Type.STRING)));
        return schema.build();
    }

    private static Optional<String> problem(Value value) {
        try {
            Pattern.compile(value instanceof StringValue text ? text.value() : "");
            return Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of("must be a regular expression: " + wrong.getDescription());
        }
    }

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_ami",
                "the machine image that matches, with `most_recent` the newest of them",
                SCHEMA,
                AmiLookup::new);
    }
}
