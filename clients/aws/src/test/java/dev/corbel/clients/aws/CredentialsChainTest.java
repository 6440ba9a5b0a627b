package dev.corbel.clients.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class CredentialsChainTest {
    private static NoCredentialsException failure(Optional<String> profile) {
        AwsCredentialsProvider chain = CredentialsChain.of(profile);
        return catchThrowableOfType(NoCredentialsException.class, chain::resolveCredentials);
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        NoCredentialsException failure = failure(Optional.of("nosuch"));

        assertThat(failure.profile()).contains("nosuch");
        assertThat(failure.getMessage()).startsWith("the profile \"nosuch\" gives none: ");
        assertThat(failure.retryable()).isFalse();
        assertThat(NamedProfile.missing(Optional.of("nosuch"), "the block"))
                .contains("There is no profile \"nosuch\", which the block names, in the shared configuration files");
    }

    @Test
    void anEmptyChainSaysWhereItLooked() {
        NoCredentialsException failure = failure(Optional.empty());

        assertThat(failure.profile()).isEmpty();
        assertThat(failure)
                .hasMessage("neither the environment nor the shared configuration files nor the metadata of a container"
                        + " or machine has any");
        assertThat(NoCredentialsException.in(SdkClientException.create("call failed", failure)))
                .contains(failure);
        assertThat(ErrorClass.of(failure)).isEqualTo(ErrorClass.NO_CREDENTIALS);
    }

    @Test
    void aBlockDescribesTheWay() {
        MapValue role = Value.map(
                Map.of("roleArn", Value.of("arn:aws:iam::123456789012:role/deploy"), "externalId", Value.of("x-1")));

        assertThat(AccessSettings.from(Value.map(Map.of("profile", Value.of("work"), "assumeRole", role))))
                .isEqualTo(new AccessSettings(
                        Optional.empty(),
                        Optional.of("work"),
                        Optional.of(new AccessSettings.AssumedRole(
                                "arn:aws:iam::123456789012:role/deploy", "corbel", Optional.of("x-1")))));
    }
}
