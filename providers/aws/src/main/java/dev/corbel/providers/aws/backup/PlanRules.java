package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.backup.model.AdvancedBackupSetting;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupPlanInput;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupRuleInput;
import software.amazon.awssdk.services.backup.model.CopyAction;
import software.amazon.awssdk.services.backup.model.Lifecycle;

/** Rules of plans as the service takes and gives them. */
final class PlanRules {
    /** What the service puts in the place of a schedule that is left out. */
    private static final String DAILY = "cron(0 5 ? * * *)";

    private PlanRules() {}

    static BackupPlanInput input(DesiredAttributes plan) {
        return BackupPlanInput.builder()
                .backupPlanName(plan.required("name"))
                .rules(blocks(plan, "rule").map(PlanRules::rule).toList())
                .advancedBackupSettings(blocks(plan, "advanced_backup_setting")
                        .map(setting -> AdvancedBackupSetting.builder()
                                .resourceType(setting.text("resource_type"))
                                .backupOptions(map(setting, "backup_options"))
                                .build())
                        .toList())
                .build();
    }

    static Stream<DesiredAttributes> blocks(DesiredAttributes parent, String name) {
        return parent.attributes().get(name).fullyUnmarked() instanceof ListValue list
                ? list.elements().stream().map(block -> new DesiredAttributes((MapValue) block))
                : Stream.of();
    }

    private static BackupRuleInput rule(DesiredAttributes rule) {
        Map<String, String> tags = map(rule, "recovery_point_tags");
        return BackupRuleInput.builder()
                .ruleName(rule.text("rule_name"))
                .targetBackupVaultName(rule.text("target_vault_name"))
                .scheduleExpression(rule.text("schedule"))
                .scheduleExpressionTimezone(rule.text("schedule_expression_timezone"))
                .enableContinuousBackup(rule.flag("enable_continuous_backup"))
                .startWindowMinutes(minutesOrDays(rule, "start_window"))
                .completionWindowMinutes(minutesOrDays(rule, "completion_window"))
                .recoveryPointTags(tags.isEmpty() ? null : tags)
                .lifecycle(lifecycle(rule))
                .copyActions(blocks(rule, "copy_action")
                        .map(copy -> CopyAction.builder()
                                .destinationBackupVaultArn(copy.text("destination_vault_arn"))
                                .lifecycle(lifecycle(copy))
                                .build())
                        .toList())
                .build();
    }

    private static @Nullable Lifecycle lifecycle(DesiredAttributes parent) {
        if (parent.attributes().get("lifecycle").isNull()) {
            return null;
        }
        DesiredAttributes lifecycle = parent.block("lifecycle");
        return Lifecycle.builder()
                .moveToColdStorageAfterDays(minutesOrDays(lifecycle, "cold_storage_after"))
                .deleteAfterDays(minutesOrDays(lifecycle, "delete_after"))
                .optInToArchiveForSupportedResources(lifecycle.flag("opt_in_to_archive_for_supported_resources"))
                .build();
    }

    private static @Nullable Long minutesOrDays(DesiredAttributes from, String name) {
        Integer number = from.number(name);
        return number == null ? null : Long.valueOf(number);
    }

    private static Map<String, String> map(DesiredAttributes from, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        if (from.attributes().get(name).fullyUnmarked() instanceof MapValue entries) {
            entries.entries().keySet().forEach(key -> entries.text(key).ifPresent(value -> map.put(key, value)));
        }
        return map;
    }

    /** The blocks of the rules; what is left out, and is as the service chose, stays left out. */
    static Value shown(BackupPlan plan, DesiredAttributes known) {
        return Attributes.setOf(plan.rules().stream()
                .map(rule -> rule(
                        rule,
                        blocks(known, "rule")
                                .filter(before -> rule.ruleName().equals(before.text("rule_name")))
                                .findFirst()
                                .orElse(new DesiredAttributes(MapValue.EMPTY))))
                .toList());
    }

    private static MapValue rule(BackupRule rule, DesiredAttributes known) {
        boolean scheduled = known.text("schedule") != null || !DAILY.equals(rule.scheduleExpression());
        Attributes attributes = new Attributes(PlanSchema.RULE)
                .text("rule_name", rule.ruleName())
                .text("target_vault_name", rule.targetBackupVaultName())
                .text("schedule", scheduled ? rule.scheduleExpression() : null)
                .text(
                        "schedule_expression_timezone",
                        rule.scheduleExpressionTimezone() == null ? "Etc/UTC" : rule.scheduleExpressionTimezone())
                .flag(
                        "enable_continuous_backup",
                        orNothing(known, "enable_continuous_backup", rule.enableContinuousBackup()))
                .number("start_window", rule.startWindowMinutes())
                .number("completion_window", rule.completionWindowMinutes())
                .value("lifecycle", lifecycle(rule.lifecycle(), known));
        boolean tagged = !rule.recoveryPointTags().isEmpty()
                || !known.attributes().get("recovery_point_tags").isNull();
        if (tagged) {
            attributes.value("recovery_point_tags", map(rule.recoveryPointTags()));
        }
        List<DesiredAttributes> copies = blocks(known, "copy_action").toList();
        return attributes
                .value(
                        "copy_action",
                        Attributes.setOf(rule.copyActions().stream()
                                .map(copy -> copy(copy, copies))
                                .toList()))
                .build();
    }

    private static MapValue copy(CopyAction copy, List<DesiredAttributes> known) {
        DesiredAttributes before = known.stream()
                .filter(one -> copy.destinationBackupVaultArn().equals(one.text("destination_vault_arn")))
                .findFirst()
                .orElse(new DesiredAttributes(MapValue.EMPTY));
        return new Attributes(PlanSchema.COPY_ACTION)
                .text("destination_vault_arn", copy.destinationBackupVaultArn())
                .value("lifecycle", lifecycle(copy.lifecycle(), before))
                .build();
    }

    private static Value lifecycle(@Nullable Lifecycle lifecycle, DesiredAttributes known) {
        boolean none = lifecycle == null || lifecycle.equals(Lifecycle.builder().build());
        if (none && known.attributes().get("lifecycle").isNull()) {
            return Value.ofNull();
        }
        Lifecycle actual = lifecycle == null ? Lifecycle.builder().build() : lifecycle;
        return new Attributes(PlanSchema.LIFECYCLE)
                .number("cold_storage_after", actual.moveToColdStorageAfterDays())
                .number("delete_after", actual.deleteAfterDays())
                .flag(
                        "opt_in_to_archive_for_supported_resources",
                        orNothing(
                                known.block("lifecycle"),
                                "opt_in_to_archive_for_supported_resources",
                                actual.optInToArchiveForSupportedResources()))
                .build();
    }

    /** Off and left out are the same to the service. */
    private static @Nullable Boolean orNothing(DesiredAttributes known, String name, @Nullable Boolean actual) {
        return Boolean.TRUE.equals(actual)
                ? actual
                : Optional.ofNullable(known.flag(name)).map(flag -> false).orElse(null);
    }

    static Value settings(List<AdvancedBackupSetting> settings) {
        return Attributes.setOf(settings.stream()
                .map(setting -> new Attributes(PlanSchema.ADVANCED_SETTING)
                        .text("resource_type", setting.resourceType())
                        .value("backup_options", map(setting.backupOptions()))
                        .build())
                .toList());
    }

    private static MapValue map(Map<String, String> texts) {
        Map<String, Value> entries = new LinkedHashMap<>();
        texts.forEach((name, text) -> entries.put(name, Value.of(text)));
        return new MapValue(entries);
    }
}
