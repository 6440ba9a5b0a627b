package dev.corbel.providers.aws.rds;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.ModifyDbInstanceRequest;

/** The one call that brings an instance from what it is to what it shall be. */
record DbInstanceChanges(DesiredAttributes prior, DesiredAttributes planned) {
    /** Of these RDS refuses one without the others, for the types of storage that have them. */
    private static final List<String> STORAGE =
            List.of("allocated_storage", "iops", "storage_throughput", "storage_type");

    private static final ModifyDbInstanceRequest NOTHING =
            ModifyDbInstanceRequest.builder().build();

    private static final Set<String> PROVISIONED = Set.of("io1", "io2");

    /** Under this size gp3 takes neither iops nor throughput. */
    private static final int GP3_THRESHOLD = 400;

    private static final int GP3_THRESHOLD_OF_ORACLE = 200;

    /** Empty where nothing differs that RDS knows of. */
    Optional<ModifyDbInstanceRequest> request() {
        ModifyDbInstanceRequest.Builder call = ModifyDbInstanceRequest.builder();
        for (DbInstanceSetting setting : DbInstanceSetting.ALL) {
            if (differs(setting.attribute()) && DbInstanceSetting.isSet(setting.attribute(), planned.attributes())) {
                setting.modify().accept(call, planned);
            }
        }
        if (renames()) {
            call.newDBInstanceIdentifier(planned.text("identifier"));
        }
        storage(call);
        credentials(call);
        logs(call);
        return call.build().equals(NOTHING)
                ? Optional.empty()
                : Optional.of(call.dbInstanceIdentifier(prior.required("identifier"))
                        .applyImmediately(planned.isTrue("apply_immediately"))
                        .allowMajorVersionUpgrade(planned.flag("allow_major_version_upgrade"))
                        .build());
    }

    private boolean differs(String attribute) {
        return planned.differs(attribute, prior);
    }

    boolean renames() {
        return differs("identifier");
    }

    private void storage(ModifyDbInstanceRequest.Builder call) {
        if (differs("max_allocated_storage")) {
            Integer most = planned.number("max_allocated_storage");
            // RDS has no other way to say that storage shall no longer grow.
            call.maxAllocatedStorage(most == null || most == 0 ? planned.number("allocated_storage") : most);
        }
        if (takesIops() && STORAGE.stream().anyMatch(this::differs)) {
            call.allocatedStorage(planned.number("allocated_storage")).iops(planned.number("iops"));
            if ("gp3".equals(planned.text("storage_type"))) {
                call.storageThroughput(planned.number("storage_throughput"));
            }
        }
    }

    private boolean takesIops() {
        String type = planned.text("storage_type");
        Integer size = planned.number("allocated_storage");
        String engine = planned.text("engine");
        int threshold = engine != null && engine.startsWith("oracle") ? GP3_THRESHOLD_OF_ORACLE : GP3_THRESHOLD;
        return type != null
                && (PROVISIONED.contains(type) || (type.equals("gp3") && size != null && size >= threshold));
    }

    private void credentials(ModifyDbInstanceRequest.Builder call) {
        boolean managed = planned.isTrue("manage_master_user_password");
        boolean handsOver = managed != prior.isTrue("manage_master_user_password");
        if (handsOver) {
            call.manageMasterUserPassword(managed);
        }
        if (managed) {
            return;
        }
        if (planned.text("password") != null && (handsOver || differs("password"))) {
            call.masterUserPassword(planned.text("password"));
        } else if (planned.text("password_wo") != null && (handsOver || differs("password_wo_version"))) {
            call.masterUserPassword(planned.text("password_wo"));
        }
    }

    private void logs(ModifyDbInstanceRequest.Builder call) {
        List<String> before = prior.texts("enabled_cloudwatch_logs_exports");
        List<String> after = planned.texts("enabled_cloudwatch_logs_exports");
        List<String> enabled = new ArrayList<>(after);
        enabled.removeAll(before);
        List<String> disabled = new ArrayList<>(before);
        disabled.removeAll(after);
        if (differs("enabled_cloudwatch_logs_exports") && !(enabled.isEmpty() && disabled.isEmpty())) {
            call.cloudwatchLogsExportConfiguration(logs -> logs.enableLogTypes(enabled.isEmpty() ? null : enabled)
                    .disableLogTypes(disabled.isEmpty() ? null : disabled));
        }
    }
}
