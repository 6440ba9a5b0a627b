package dev.corbel.providers.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IamTest {
    @Test
    void aPolicyThatNamesANewRoleMayBeCalledMalformedForAWhile() {
        assertThat(Iam.notYetTrusted("{\"AWS\": \"arn:aws:iam::123456789012:role/orders\"}"))
                .containsExactlyInAnyOrder("MalformedPolicyDocument", "ConcurrentModification");
        assertThat(Iam.notYetTrusted(Policies.TRUST_TASKS)).containsExactly("ConcurrentModification");
    }

    @Test
    void documentsComeWithPercentSigns() {
        assertThat(Iam.document("%7B%22a%22%3A%20%22b+c%22%7D")).isEqualTo("{\"a\": \"b+c\"}");
    }

    @Test
    void idsAreTakenApart() {
        assertThat(RolePolicyId.parse("orders:files")).hasValue(new RolePolicyId("orders", "files"));
        assertThat(RolePolicyId.parse("orders")).isEmpty();
        assertThat(AttachmentId.parse("orders/arn:aws:iam::aws:policy/job-function/Billing"))
                .hasValue(new AttachmentId("orders", "arn:aws:iam::aws:policy/job-function/Billing"));
        assertThat(AttachmentId.parse("orders")).isEmpty();
    }
}
