package dev.corbel.providers.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;

class BucketSettingIdTest {

    @Test
    void isTheBucketOrBucketAndOwner() {
        assertThat(BucketSettingId.parse("acme-files")).isEqualTo(new BucketSettingId("acme-files", null));
        assertThat(BucketSettingId.parse("acme-files,123456789012"))
                .isEqualTo(new BucketSettingId("acme-files", "123456789012"));
        assertThat(BucketSettingId.parse("acme-files").text()).isEqualTo("acme-files");
        assertThat(BucketSettingId.of(Values.map("bucket", "acme-files", "expected_bucket_owner", "123456789012"))
                        .text())
                .isEqualTo("acme-files,123456789012");
    }
}
