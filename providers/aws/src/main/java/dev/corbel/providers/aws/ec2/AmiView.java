package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.EbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.ProductCode;
import software.amazon.awssdk.services.ec2.model.StateReason;

/** A machine image as {@code aws_ami} shows it. */
final class AmiView {
    private AmiView() {}

    static MapValue of(AwsSession session, MapValue configuration, Image image) {
        Attributes attributes = new Attributes(AmiData.SCHEMA)
                .from(configuration)
                .text("id", image.imageId())
                .flag("ena_support", Boolean.TRUE.equals(image.enaSupport()))
                .flag("public", Boolean.TRUE.equals(image.publicLaunchPermissions()))
                .value("tags", VpcLookup.tags(configuration, Ec2Tags.map(image.tags())))
                .value("state_reason", reason(image.stateReason()))
                .value(
                        "block_device_mappings",
                        Attributes.setOf(image.blockDeviceMappings().stream()
                                .map(AmiView::mapping)
                                .toList()))
                .value(
                        "product_codes",
                        Attributes.setOf(image.productCodes().stream()
                                .map(AmiView::productCode)
                                .toList()));
        texts(session, image).forEach(attributes::value);
        return attributes.build();
    }

    private static Map<String, Value> texts(AwsSession session, Image image) {
        Map<String, Value> texts = new HashMap<>();
        put(texts, "architecture", image.architectureAsString());
        // The owner of an image does not stand in its ARN.
        put(texts, "arn", session.arn("ec2", "", "image/" + image.imageId()));
        put(texts, "boot_mode", image.bootModeAsString());
        put(texts, "creation_date", image.creationDate());
        put(texts, "deprecation_time", image.deprecationTime());
        put(texts, "description", image.description());
        put(texts, "hypervisor", image.hypervisorAsString());
        put(texts, "image_id", image.imageId());
        put(texts, "image_location", image.imageLocation());
        put(texts, "image_owner_alias", image.imageOwnerAlias());
        put(texts, "image_type", image.imageTypeAsString());
        put(texts, "imds_support", image.imdsSupportAsString());
        put(texts, "kernel_id", image.kernelId());
        put(texts, "last_launched_time", image.lastLaunchedTime());
        put(texts, "name", image.name());
        put(texts, "owner_id", image.ownerId());
        put(texts, "platform", image.platformAsString());
        put(texts, "platform_details", image.platformDetails());
        put(texts, "ramdisk_id", image.ramdiskId());
        put(texts, "root_device_name", image.rootDeviceName());
        put(texts, "root_device_type", image.rootDeviceTypeAsString());
        put(texts, "root_snapshot_id", rootSnapshot(image));
        put(texts, "sriov_net_support", image.sriovNetSupport());
        put(texts, "state", image.stateAsString());
        put(texts, "tpm_support", image.tpmSupportAsString());
        put(texts, "usage_operation", image.usageOperation());
        put(texts, "virtualization_type", image.virtualizationTypeAsString());
        return texts;
    }

    private static @Nullable String rootSnapshot(Image image) {
        return image.blockDeviceMappings().stream()
                .filter(mapping -> mapping.deviceName() != null
                        && mapping.deviceName().equals(image.rootDeviceName())
                        && mapping.ebs() != null
                        && mapping.ebs().snapshotId() != null)
                .map(mapping -> mapping.ebs().snapshotId())
                .findFirst()
                .orElse(null);
    }

    private static Value reason(@Nullable StateReason reason) {
        Map<String, Value> shown = new LinkedHashMap<>();
        if (reason != null) {
            put(shown, "code", reason.code());
            put(shown, "message", reason.message());
        }
        return Value.map(shown);
    }

    private static Value mapping(BlockDeviceMapping mapping) {
        EbsBlockDevice disk = mapping.ebs();
        Map<String, Value> ebs = new LinkedHashMap<>();
        if (disk != null) {
            put(ebs, "delete_on_termination", disk.deleteOnTermination());
            put(ebs, "encrypted", disk.encrypted());
            put(ebs, "iops", disk.iops());
            put(ebs, "snapshot_id", disk.snapshotId());
            put(ebs, "throughput", disk.throughput());
            put(ebs, "volume_size", disk.volumeSize());
            put(ebs, "volume_type", disk.volumeTypeAsString());
        }
        return Value.map(Map.of(
                "device_name",
                text(mapping.deviceName()),
                "ebs",
                Value.map(ebs),
                "no_device",
                text(mapping.noDevice()),
                "virtual_name",
                text(mapping.virtualName())));
    }

    private static Value productCode(ProductCode code) {
        return Value.map(Map.of(
                "product_code_id",
                text(code.productCodeId()),
                "product_code_type",
                text(code.productCodeTypeAsString())));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }

    private static void put(Map<String, Value> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, Value.of(value.toString()));
        }
    }
}
