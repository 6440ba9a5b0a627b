package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class S3FactsTest {
    private static final String PUBLIC =
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\"}]}";

    @Test
    void ofABucket() {
        String fault = ": is deleted with all objects in it";
        assertThat(FactTexts.of(new S3BucketResource(), "force_destroy", false))
                .containsExactly(
                        "stores primary",
                        "ENCRYPTION_AT_REST YES",
                        "DELETION_PROTECTION YES at force_destroy" + fault,
                        "one app's bucket");
        assertThat(FactTexts.of(new S3BucketResource(), "force_destroy", Value.sensitive(Value.of(true))))
                .contains("DELETION_PROTECTION NO at force_destroy" + fault);
        assertThat(FactTexts.of(new S3BucketResource(), "force_destroy", Value.unknown()))
                .contains("DELETION_PROTECTION UNKNOWN at force_destroy" + fault);
    }

    @Test
    void ofItsPolicy() {
        assertThat(FactTexts.of(new S3BucketPolicyResource(), "policy", PUBLIC))
                .containsExactly("open YES at policy: lets everybody in");
        assertThat(FactTexts.of(new S3BucketPolicyResource(), "policy", PUBLIC.replace("Allow", "Deny")))
                .containsExactly("open NO at policy: lets everybody in");
        assertThat(FactTexts.of(new S3BucketPolicyResource(), "policy", Value.unknown()))
                .containsExactly("open UNKNOWN at policy: lets everybody in");
    }

    @Test
    void ofItsLimitsOnPublicAccess() {
        assertThat(FactTexts.of(
                        new S3BucketPublicAccessBlockResource(),
                        "block_public_acls",
                        true,
                        "block_public_policy",
                        false,
                        "ignore_public_acls",
                        Value.unknown()))
                .containsExactly(
                        "open NO at block_public_acls: takes access lists that let everybody in",
                        "open YES at block_public_policy: takes policies that let everybody in",
                        "open UNKNOWN at ignore_public_acls: heeds access lists that let everybody in",
                        "open YES at restrict_public_buckets: lets everybody in whom a policy lets in");
    }

    private static MapValue rule(String status, Object key) {
        return Values.map(
                "status",
                status,
                "destination",
                Values.map(
                        "bucket",
                        "arn:aws:s3:::copies",
                        "encryption_configuration",
                        Values.map("replica_kms_key_id", key)));
    }

    @Test
    void theKeyOfCopiesTellsWhereTheyAre() {
        String key = "arn:aws:kms:eu-west-1:123456789012:key/1";
        String path = ".destination.encryption_configuration.replica_kms_key_id";
        assertThat(FactTexts.of(
                        new S3BucketReplicationConfigurationResource(),
                        "rule",
                        List.of(
                                rule("Enabled", key),
                                rule("Disabled", key),
                                rule("Enabled", Value.unknown()),
                                rule("Enabled", "1234abcd"),
                                rule("Enabled", Value.ofNull()))))
                .containsExactly(
                        "stores replica in eu-west-1 at rule[0]" + path,
                        "stores replica in (known after apply) at rule[2]" + path);
    }
}
