package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.Condition;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;

/** The conditions of a selection, as the service takes and gives them. */
final class SelectionConditions {
    private SelectionConditions() {}

    static BackupSelection input(DesiredAttributes desired) {
        BackupSelection.Builder selection = BackupSelection.builder()
                .selectionName(desired.text("name"))
                .iamRoleArn(desired.text("iam_role_arn"))
                .resources(desired.texts("resources"))
                .notResources(desired.texts("not_resources"))
                .listOfTags(PlanRules.blocks(desired, "selection_tag")
                        .map(tag -> Condition.builder()
                                .conditionType(tag.text("type"))
                                .conditionKey(tag.text("key"))
                                .conditionValue(tag.text("value"))
                                .build())
                        .toList());
        PlanRules.blocks(desired, "condition")
                .findFirst()
                .ifPresent(condition -> selection.conditions(conditions -> conditions
                        .stringEquals(parameters(condition, "string_equals"))
                        .stringLike(parameters(condition, "string_like"))
                        .stringNotEquals(parameters(condition, "string_not_equals"))
                        .stringNotLike(parameters(condition, "string_not_like"))));
        return selection.build();
    }

    private static List<ConditionParameter> parameters(DesiredAttributes condition, String name) {
        return PlanRules.blocks(condition, name)
                .map(one -> ConditionParameter.builder()
                        .conditionKey(one.text("key"))
                        .conditionValue(one.text("value"))
                        .build())
                .toList();
    }

    static Value tags(BackupSelection selection) {
        return Attributes.setOf(selection.listOfTags().stream()
                .map(tag -> new Attributes(BackupSelectionResource.SELECTION_TAG)
                        .text("type", tag.conditionTypeAsString())
                        .text("key", tag.conditionKey())
                        .text("value", tag.conditionValue())
                        .build())
                .toList());
    }

    /** One block, or none where the selection has no condition. */
    static Value shown(BackupSelection selection) {
        Conditions conditions = selection.conditions();
        if (conditions == null || isEmpty(conditions)) {
            return Value.list();
        }
        return Value.list(new Attributes(BackupSelectionResource.CONDITION)
                .value("string_equals", shown(conditions.stringEquals()))
                .value("string_like", shown(conditions.stringLike()))
                .value("string_not_equals", shown(conditions.stringNotEquals()))
                .value("string_not_like", shown(conditions.stringNotLike()))
                .build());
    }

    private static boolean isEmpty(Conditions conditions) {
        return conditions.stringEquals().isEmpty()
                && conditions.stringLike().isEmpty()
                && conditions.stringNotEquals().isEmpty()
                && conditions.stringNotLike().isEmpty();
    }

    private static Value shown(List<ConditionParameter> parameters) {
        return Attributes.setOf(parameters.stream()
                .map(one -> new Attributes(BackupSelectionResource.COMPARISON)
                        .text("key", one.conditionKey())
                        .text("value", one.conditionValue())
                        .build())
                .toList());
    }
}
