package dev.corbel.clients.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ProviderContext.Access;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.StsClient;

class CallWatchTest {
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

    private final Map<String, @Nullable String> before = new HashMap<>();

    @BeforeEach
    void giveCredentials() {
        CREDENTIALS.forEach(name -> before.put(name, System.setProperty(name, "test")));
    }

    @AfterEach
    void takeThemAway() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "DescribeInstances,true",
        "GetBucketPolicy,true",
        "HeadBucket,true",
        "BatchGetItem,true",
        "AssumeRole,true",
        "CreateVpc,false",
        "PutBucketAcl,false",
        "DeleteQueue,false",
        "TagResource,false",
        "ReceiveMessage,false",
    })
    void readsAreKnownByTheirNames(String operation, boolean read) {
        assertThat(CallWatch.isRead(operation)).isEqualTo(read);
    }

    @Test
    void aCallThatIsNoReadIsRefusedBeforeItIsSentAndNotCounted() {
        Map<String, Integer> counts = new HashMap<>();
        CallWatch watch = new CallWatch(Access.READ, (service, calls) -> counts.merge(service, calls, Integer::sum));
        // Nothing listens there, so that a call which is sent fails in another way.
        AccessSettings settings = new AccessSettings(
                Optional.of(URI.create("http://127.0.0.1:1").toString()), Optional.empty(), Optional.empty());
        CallPolicy policy = new CallPolicy(1, Duration.ofSeconds(1), Retries::create);
        try (AwsAccess access = new AwsAccess(settings, "eu-central-1", policy, watch)) {
            StsClient sts = access.build(StsClient.builder(), "eu-central-1");

            RefusedCallException refusal = catchThrowableOfType(
                    RefusedCallException.class, () -> sts.decodeAuthorizationMessage(call -> call.encodedMessage("m")));

            assertThat(refusal)
                    .hasMessage("this run only reads, and STS DecodeAuthorizationMessage may change something");
            assertThat(ErrorClass.of(refusal)).isEqualTo(ErrorClass.REFUSED);
            assertThat(counts).isEmpty();
        }
    }
}
