package dev.corbel.providers.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import org.junit.jupiter.api.Test;

class SqsFactsTest {
    private static final String AT = " at sqs_managed_sse_enabled: keeps messages unencrypted";

    private final SqsQueueResource type = new SqsQueueResource();

    @Test
    void aQueueIsEncryptedWithOneKeyOrAnother() {
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", true))
                .containsExactly(
                        "stores primary", "ENCRYPTION_AT_REST YES" + AT, "open NO at policy: lets everybody in");
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", false, "kms_master_key_id", "alias/aws/sqs"))
                .contains("ENCRYPTION_AT_REST YES" + AT);
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", Value.unknown(), "kms_master_key_id", "alias/own"))
                .contains("ENCRYPTION_AT_REST YES" + AT);
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", false)).contains("ENCRYPTION_AT_REST NO" + AT);
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", false, "kms_master_key_id", Value.unknown()))
                .contains("ENCRYPTION_AT_REST UNKNOWN" + AT);
        assertThat(FactTexts.of(type, "sqs_managed_sse_enabled", Value.unknown()))
                .contains("ENCRYPTION_AT_REST UNKNOWN" + AT);
    }

    @Test
    void aPolicyMayLetEverybodyIn() {
        String everybody = "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\"}]}";
        assertThat(FactTexts.of(type, "policy", everybody)).contains("open YES at policy: lets everybody in");
        assertThat(FactTexts.of(
                        type,
                        "policy",
                        everybody.replace(
                                "\"*\"",
                                "\"*\", \"Condition\": {\"ArnEquals\": {\"aws:SourceArn\":"
                                        + " \"arn:aws:sns:eu-west-1:123456789012:orders\"}}")))
                .contains("open NO at policy: lets everybody in");
        assertThat(FactTexts.of(type, "policy", "")).contains("open NO at policy: lets everybody in");
        assertThat(FactTexts.of(type, "policy", Value.unknown())).contains("open UNKNOWN at policy: lets everybody in");
    }
}
