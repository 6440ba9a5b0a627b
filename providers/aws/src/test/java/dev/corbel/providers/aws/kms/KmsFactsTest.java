package dev.corbel.providers.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.FactTexts;
import org.junit.jupiter.api.Test;

class KmsFactsTest {
    private static final String POLICY = """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:*", "Resource": "*"}]}
            """;

    @Test
    void aKeyIsOpenByItsPolicyAlone() {
        KmsKeyResource type = new KmsKeyResource();
        assertThat(FactTexts.of(type, "policy", POLICY.formatted("*")))
                .containsExactly("open YES at policy: lets everybody in");
        assertThat(FactTexts.of(type, "policy", POLICY.formatted("arn:aws:iam::123456789012:root")))
                .containsExactly("open NO at policy: lets everybody in");
        assertThat(FactTexts.of(type, "policy", Value.unknown()))
                .containsExactly("open UNKNOWN at policy: lets everybody in");
    }
}
