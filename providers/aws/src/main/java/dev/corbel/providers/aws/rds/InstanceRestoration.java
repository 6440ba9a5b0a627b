package dev.corbel.providers.aws.rds;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.RestoreDbInstanceFromDbSnapshotRequest;

/**
 * An instance that is made of a snapshot. It begins as the snapshot says; what the definition says otherwise is changed
 * once it is there.
 */
final class InstanceRestoration {
    private InstanceRestoration() {}

    /** Says at once what cannot wait: where the instance is, who reaches it, and how large it is. */
    static DBInstance call(
            RdsClient rds,
            String name,
            DesiredAttributes wanted,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        RestoreDbInstanceFromDbSnapshotRequest.Builder call = RestoreDbInstanceFromDbSnapshotRequest.builder()
                .dbInstanceIdentifier(name)
                .dbSnapshotIdentifier(wanted.text("snapshot_identifier"))
                .engine(wanted.text("engine"))
                .dbInstanceClass(wanted.text("instance_class"))
                .dbSubnetGroupName(wanted.text("db_subnet_group_name"))
                .availabilityZone(wanted.text("availability_zone"))
                .multiAZ(wanted.flag("multi_az"))
                .port(wanted.number("port"))
                .publiclyAccessible(wanted.flag("publicly_accessible"))
                .networkType(wanted.text("network_type"))
                .dbParameterGroupName(wanted.text("parameter_group_name"))
                .optionGroupName(wanted.text("option_group_name"))
                .licenseModel(wanted.text("license_model"))
                .storageType(wanted.text("storage_type"))
                .deletionProtection(wanted.flag("deletion_protection"))
                .tags(RdsTags.sdk(tags))
                .overrideConfiguration(once);
        if (InstanceSetting.isSet("vpc_security_group_ids", wanted.attributes())) {
            call.vpcSecurityGroupIds(wanted.texts("vpc_security_group_ids"));
        }
        return rds.restoreDBInstanceFromDBSnapshot(call.build()).dbInstance();
    }

    /** Changes at once what differs; repeated after a crash, it goes on where it was. */
    static ObjectState finish(AwsSession session, InstanceReader reader, DBInstance instance, CreateRequest request)
            throws ProviderException {
        MapValue planned = request.planned()
                .with("identifier", Value.of(instance.dbInstanceIdentifier()))
                .with("apply_immediately", Value.of(true));
        UpdateRequest changes = new UpdateRequest(
                request.address(), reader.show(instance, MapValue.EMPTY), planned, request.token(), request.timeout());
        ObjectState changed = new InstanceUpdate(session, reader, changes).run();
        return new ObjectState(
                changed.attributes().with("apply_immediately", request.planned().get("apply_immediately")));
    }
}
