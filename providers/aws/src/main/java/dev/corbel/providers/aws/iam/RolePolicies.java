package dev.corbel.providers.aws.iam;

import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** The policies of one role: attached ones, and those inside it. */
record RolePolicies(IamClient iam, String role) {

    List<String> attached() {
        return iam.listAttachedRolePoliciesPaginator(request -> request.roleName(role)).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList();
    }

    List<String> inline() {
        return iam.listRolePoliciesPaginator(request -> request.roleName(role)).policyNames().stream()
                .toList();
    }

    /** Takes all away, and gives itself; what was gone already is fine. */
    RolePolicies takeAll() {
        attached()
                .forEach(policy -> Iam.unlessMissing(
                        () -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(policy))));
        inline().forEach(name -> Iam.unlessMissing(
                () -> iam.deleteRolePolicy(call -> call.roleName(role).policyName(name))));
        return this;
    }
}
