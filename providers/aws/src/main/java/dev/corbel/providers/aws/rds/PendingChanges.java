package dev.corbel.providers.aws.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingCloudwatchLogsExports;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;

/** Changes of an instance that RDS has accepted and not yet made: it makes them, or waits for the maintenance window. */
final class PendingChanges {
    private PendingChanges() {}

    static boolean areThere(DBInstance instance) {
        PendingModifiedValues pending = instance.pendingModifiedValues();
        return pending != null
                && !pending.equals(PendingModifiedValues.builder().build());
    }

    /** The instance as it will be. */
    static DBInstance done(DBInstance instance) {
        PendingModifiedValues pending = instance.pendingModifiedValues();
        if (pending == null) {
            return instance;
        }
        DBInstance.Builder done = instance.toBuilder();
        set(pending.allocatedStorage(), done::allocatedStorage);
        set(pending.backupRetentionPeriod(), done::backupRetentionPeriod);
        set(pending.caCertificateIdentifier(), done::caCertificateIdentifier);
        set(pending.dbInstanceClass(), done::dbInstanceClass);
        set(pending.dedicatedLogVolume(), done::dedicatedLogVolume);
        set(pending.engineVersion(), done::engineVersion);
        set(pending.iamDatabaseAuthenticationEnabled(), done::iamDatabaseAuthenticationEnabled);
        set(pending.iops(), done::iops);
        set(pending.licenseModel(), done::licenseModel);
        set(pending.multiAZ(), done::multiAZ);
        set(pending.storageThroughput(), done::storageThroughput);
        set(pending.storageType(), done::storageType);
        set(pending.dbSubnetGroupName(), name -> done.dbSubnetGroup(group -> group.dbSubnetGroupName(name)));
        set(
                pending.port(),
                port -> done.endpoint(
                        instance.endpoint() == null
                                ? null
                                : instance.endpoint().toBuilder().port(port).build()));
        set(pending.pendingCloudwatchLogsExports(), logs -> done.enabledCloudwatchLogsExports(logs(instance, logs)));
        return done.build();
    }

    /** What RDS calls to disable are logs that are still enabled, and the other way round. */
    private static List<String> logs(DBInstance instance, PendingCloudwatchLogsExports pending) {
        List<String> logs = new ArrayList<>(instance.enabledCloudwatchLogsExports());
        logs.removeAll(pending.logTypesToDisable());
        logs.removeAll(pending.logTypesToEnable());
        logs.addAll(pending.logTypesToEnable());
        return logs;
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
