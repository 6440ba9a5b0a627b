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
final class DbInstanceRestoration {
    private DbInstanceRestoration() {}

    /** Says at once what cannot wait: where the instance is, who reaches it, and how large it is. */
    static DBInstance call(
            RdsClient rds,
            String name,
            DesiredAttributes desired,
            Map<String, String> tags,
            AwsRequestOverrideConfiguration once) {
        RestoreDbInstanceFromDbSnapshotRequest.Builder call = RestoreDbInstanceFromDbSnapshotRequest.builder()
                .dbInstanceIdentifier(name)
                .dbSnapshotIdentifier(desired.text("snapshot_identifier"))
                .engine(desired.text("engine"))
                .dbInstanceClass(desired.text("instance_class"))
                .dbSubnetGroupName(desired.text("db_subnet_group_name"))
                .availabilityZone(desired.text("availability_zone"))
                .multiAZ(desired.flag("multi_az"))
                .port(desired.number("port"))
                .publiclyAccessible(desired.flag("publicly_accessible"))
                .networkType(desired.text("network_type"))
                .dbParameterGroupName(desired.text("parameter_group_name"))
                .optionGroupName(desired.text("option_group_name"))
                .licenseModel(desired.text("license_model"))
                .storageType(desired.text("storage_type"))
                .deletionProtection(desired.flag("deletion_protection"))
                .tags(RdsTags.sdk(tags))
                .overrideConfiguration(once);
        if (DbInstanceSetting.isSet("vpc_security_group_ids", desired.attributes())) {
            call.vpcSecurityGroupIds(desired.texts("vpc_security_group_ids"));
        }
        return rds.restoreDBInstanceFromDBSnapshot(call.build()).dbInstance();
    }

    /** Changes at once what differs; repeated after a crash, it goes on where it was. */
    static ObjectState finish(AwsSession session, DbInstanceReader reader, DBInstance instance, CreateRequest request)
            throws ProviderException {
        MapValue planned = request.planned()
                .with("identifier", Value.of(instance.dbInstanceIdentifier()))
                .with("apply_immediately", Value.of(true));
        UpdateRequest changes = new UpdateRequest(
                request.address(), reader.show(instance, MapValue.EMPTY), planned, request.token(), request.timeout());
        ObjectState changed = new DbInstanceUpdate(session, reader, changes).run();
        return new ObjectState(
                changed.attributes().with("apply_immediately", request.planned().get("apply_immediately")));
    }
}
