package dev.corbel.providers.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamFactsTest {
    private static String policy(String elements) {
        return "{\"Statement\": [{\"Effect\": \"Allow\", %s}]}".formatted(elements);
    }

    @Test
    void aPolicyGrantsWhatItsStatementsSay() {
        for (ReadableType type : List.of(new IamPolicyResource(), new IamRolePolicyResource())) {
            assertThat(FactTexts.of(type, "policy", policy("\"Action\": \"*\", \"Resource\": \"*\"")))
                    .containsExactly("LEAST_PRIVILEGE NO at policy: grants every action on everything");
            assertThat(FactTexts.of(type, "policy", policy("\"Action\": \"s3:GetObject\", \"Resource\": \"*\"")))
                    .containsExactly("LEAST_PRIVILEGE YES at policy: grants more than it needs to");
            assertThat(FactTexts.of(type, "policy", Value.sensitive(Value.unknown())))
                    .containsExactly("LEAST_PRIVILEGE UNKNOWN at policy: grants more than it needs to");
        }
    }

    @Test
    void aRoleTrustsThoseThatItsPolicyNames() {
        IamRoleResource type = new IamRoleResource();
        String fault = " at assume_role_policy: lets everybody take it on";
        assertThat(FactTexts.of(
                        type,
                        "assume_role_policy",
                        policy("\"Action\": \"sts:AssumeRole\", \"Principal\": {\"AWS\": \"*\"}")))
                .containsExactly("LEAST_PRIVILEGE NO" + fault, "one app's role");
        assertThat(FactTexts.of(
                        type,
                        "assume_role_policy",
                        policy("\"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"ecs.amazonaws.com\"}")))
                .containsExactly("LEAST_PRIVILEGE YES" + fault, "one app's role");
        assertThat(FactTexts.of(type, "assume_role_policy", Value.unknown()))
                .containsExactly("LEAST_PRIVILEGE UNKNOWN" + fault, "one app's role");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::aws:policy/AdministratorAccess, NO",
        "arn:aws:iam::aws:policy/IAMFullAccess, NO",
        "arn:aws:iam::aws:policy/PowerUserAccess, NO",
        "arn:aws:iam::aws:policy/ReadOnlyAccess, YES",
        "arn:aws:iam::123456789012:policy/app, YES",
    })
    void anAttachedPolicyMayBeThatOfAnAdministrator(String arn, String answer) {
        assertThat(FactTexts.of(new IamRolePolicyAttachmentResource(), "policy_arn", arn))
                .containsExactly("LEAST_PRIVILEGE " + answer + " at policy_arn: grants the rights of an administrator");
    }

    @Test
    void anUnknownAttachedPolicyMayBeAny() {
        assertThat(FactTexts.of(new IamRolePolicyAttachmentResource(), "policy_arn", Value.unknown()))
                .containsExactly("LEAST_PRIVILEGE UNKNOWN at policy_arn: grants the rights of an administrator");
    }
}
